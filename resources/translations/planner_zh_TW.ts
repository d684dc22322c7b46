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
