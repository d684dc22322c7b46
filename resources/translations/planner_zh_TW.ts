<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Breadcrumbs</name>
    <message>
        <source>Where you are</source>
        <translation>目前位置</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove with Delete</source>
        <translation>按 Delete 移除</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search or run</source>
        <translation>搜尋或執行</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜尋結果</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程式發生錯誤</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>複製報告</translation>
    </message>
    <message>
        <source>What was stored is safe, and the last edit was stored whole or not at all. Copy the report and hand it to those who look after the program.</source>
        <translation>已儲存的資料安全，最後一次編輯不會只存一半。複製報告，交給維護程式的人。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>錯誤報告</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Header</source>
        <translation>頁首</translation>
    </message>
</context>
<context>
    <name>KeyHints</name>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>MainFrame</name>
    <message>
        <source>Back</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>搜尋或執行</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>下一區</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>上一區</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} / {total}</source>
        <translation>{done}／{total}</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>內部版</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公開版</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Pages of the paper</source>
        <translation>文件頁面</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>匯出 PDF</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Nothing is lacking</source>
        <translation>沒有缺漏</translation>
    </message>
    <message>
        <source>The rules of the profile find no problem.</source>
        <translation>依格式檢核，沒有問題。</translation>
    </message>
    <message>
        <source>Setting the pages</source>
        <translation>排版中</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>第 {number} 頁，共 {total} 頁</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 檔案 (*.pdf)</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Places</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>搜尋或執行</translation>
    </message>
    <message>
        <source>Choose another delegation</source>
        <translation>換一個訪團</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Delegation in hand</source>
        <translation>目前訪團</translation>
    </message>
</context>
</TS>
