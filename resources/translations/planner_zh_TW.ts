<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Delegation Planner {version}</source>
        <translation>訪團規劃 {version}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Plan an official exchange delegation, write its visit report, and follow every recommendation until it is done. Free software under the MIT licence; your data stay where you keep them.</source>
        <translation>規劃出國訪團、撰寫出國報告，並追蹤每項建議直到辦理完成。本程式為 MIT 授權的自由軟體；資料留在您存放的地方。</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>著作</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>Icons, words and profiles of this program</source>
        <translation>本程式之圖示、用語與報告格式</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>Maps and names of countries</source>
        <translation>地圖與國名</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>程式庫</translation>
    </message>
</context>
<context>
    <name>Accepting</name>
    <message>
        <source>Let it stand</source>
        <translation>採認此項</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>採認</translation>
    </message>
</context>
<context>
    <name>AllowancesDialog</name>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Times and limits</source>
        <translation>行程估算依據</translation>
    </message>
</context>
<context>
    <name>AllowancesForm</name>
    <message>
        <source>Minutes for travel</source>
        <translation>交通段（分鐘）</translation>
    </message>
    <message>
        <source>Ways by road</source>
        <translation>陸路</translation>
    </message>
    <message>
        <source>Days and papers</source>
        <translation>每日與證照</translation>
    </message>
    <message>
        <source>What a gift may be worth</source>
        <translation>禮品價值上限</translation>
    </message>
    <message>
        <source>Currency and sum, several parted by a semicolon; empty for no limit</source>
        <translation>幣別及金額，數項以分號區隔；空白表示無上限</translation>
    </message>
</context>
<context>
    <name>AnchorForm</name>
    <message>
        <source>None of them</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>It shows the start of</source>
        <translation>拍的是此項行程之開始</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>當地時間</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>時區</translation>
    </message>
</context>
<context>
    <name>Archives</name>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Archives, calendars, contacts, lists ({endings})</source>
        <translation>封存檔、行事曆、聯絡人、清單（{endings}）</translation>
    </message>
    <message>
        <source>Export archive</source>
        <translation>匯出封存檔</translation>
    </message>
    <message>
        <source>Archives (*.planner)</source>
        <translation>封存檔 (*.planner)</translation>
    </message>
    <message>
        <source>Encrypted (*.planner.age)</source>
        <translation>加密封存檔 (*.planner.age)</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>寫入 {file}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>讀取 {file}</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Versions of the programme…</source>
        <translation>日程版本…</translation>
    </message>
    <message>
        <source>Make the programme</source>
        <translation>輸出行程</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Copy for the next trip</source>
        <translation>複製為下一團</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>加入團員</translation>
    </message>
    <message>
        <source>Change member</source>
        <translation>修改團員</translation>
    </message>
    <message>
        <source>Add share of work</source>
        <translation>新增分工</translation>
    </message>
    <message>
        <source>Change share of work</source>
        <translation>修改分工</translation>
    </message>
    <message>
        <source>Add objective</source>
        <translation>新增目的</translation>
    </message>
    <message>
        <source>Change objective</source>
        <translation>修改目的</translation>
    </message>
    <message>
        <source>Add {kind}</source>
        <translation>新增{kind}</translation>
    </message>
    <message>
        <source>Change {kind}</source>
        <translation>修改{kind}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Apply all</source>
        <translation>全部套用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>15 minutes, or order</source>
        <translation>移 15 分或順序</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>移一天</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>以此備份回復</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>The store is copied once a day and before every act that exchanges it. Restoring copies what is there now first, so it can be taken back as well.</source>
        <translation>資料庫每日備份一次，凡整體更換之前亦備份。回復時先備份目前內容，因此回復本身也可取回。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即備份</translation>
    </message>
    <message>
        <source>Verify the store</source>
        <translation>驗證資料庫</translation>
    </message>
    <message>
        <source>Encrypted copy…</source>
        <translation>加密備份…</translation>
    </message>
    <message>
        <source>Restore another file…</source>
        <translation>以其他檔案回復…</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>備份時間</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>緣由</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>尚無備份。</translation>
    </message>
    <message>
        <source>Comparing with the store…</source>
        <translation>與資料庫比對中…</translation>
    </message>
    <message>
        <source>The store is as this backup has it.</source>
        <translation>資料庫與此備份相同。</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>等</translation>
    </message>
    <message>
        <source>Restoring would change: {what}.</source>
        <translation>回復將更動：{what}。</translation>
    </message>
    <message>
        <source>A backup was made and checked.</source>
        <translation>已備份並查驗。</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>備份中…</translation>
    </message>
    <message>
        <source>Encrypted copy</source>
        <translation>加密備份</translation>
    </message>
    <message>
        <source>Encrypted stores (*.sqlite.age)</source>
        <translation>加密資料庫 (*.sqlite.age)</translation>
    </message>
    <message>
        <source>An encrypted copy was made.</source>
        <translation>已製作加密備份。</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>檢查中…</translation>
    </message>
    <message>
        <source>Making anew what follows from the records…</source>
        <translation>正依紀錄重建索引…</translation>
    </message>
    <message>
        <source>Restore another file</source>
        <translation>以其他檔案回復</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Stores (*.sqlite *.age *.damaged)</source>
        <translation>資料庫 (*.sqlite *.age *.damaged)</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>回復中…</translation>
    </message>
    <message>
        <source>The store is what this backup was.</source>
        <translation>資料庫已回復為此備份。</translation>
    </message>
    <message>
        <source>The store is what this backup was; the state before was copied.</source>
        <translation>資料庫已回復為此備份；回復前之內容已另備份。</translation>
    </message>
    <message>
        <source>Make anew</source>
        <translation>重建</translation>
    </message>
</context>
<context>
    <name>Bearings</name>
    <message>
        <source>Delegation Planner</source>
        <translation>訪團規劃</translation>
    </message>
    <message>
        <source>{title} – Delegation Planner</source>
        <translation>{title} – 訪團規劃</translation>
    </message>
    <message numerus="yes">
        <source>%n open problem(s)</source>
        <translation>
            <numerusform>尚有 %n 個問題</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>%n more: search, filter or take the list</source>
        <translation>
            <numerusform>還有 %n 筆：搜尋、篩選或改用清單</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Breadcrumbs</name>
    <message>
        <source>Where you are</source>
        <translation>目前位置</translation>
    </message>
</context>
<context>
    <name>BriefingActs</name>
    <message>
        <source>Add fact</source>
        <translation>新增資料</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change fact</source>
        <translation>修改資料</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Change chart</source>
        <translation>修改統計圖</translation>
    </message>
    <message>
        <source>Draw a chart</source>
        <translation>繪製統計圖</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>繪製</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>新增來源</translation>
    </message>
    <message>
        <source>Change source</source>
        <translation>修改來源</translation>
    </message>
    <message>
        <source>Attach source</source>
        <translation>列入來源</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>列入</translation>
    </message>
    <message>
        <source>Add relation</source>
        <translation>新增對應</translation>
    </message>
</context>
<context>
    <name>BriefingView</name>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白鍵</translation>
    </message>
    <message>
        <source>Mark or unmark</source>
        <translation>標記、取消</translation>
    </message>
    <message>
        <source>Add relation</source>
        <translation>新增對應</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>轉載許可</translation>
    </message>
    <message>
        <source>List or take off</source>
        <translation>列入、移出</translation>
    </message>
    <message>
        <source>Add fact</source>
        <translation>新增資料</translation>
    </message>
    <message>
        <source>Draw a chart of the chosen facts</source>
        <translation>以所選資料繪製統計圖</translation>
    </message>
    <message>
        <source>Copy as text and table</source>
        <translation>複製為文字與表格</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Draw a chart</source>
        <translation>繪製統計圖</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>新增來源</translation>
    </message>
    <message>
        <source>Attach source</source>
        <translation>列入來源</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>List for this delegation, or take off</source>
        <translation>列入本團或移出</translation>
    </message>
    <message>
        <source>Reprint: {state}</source>
        <translation>轉載許可：{state}</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>對應關係</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>統計圖</translation>
    </message>
    <message>
        <source>Way to look at the background</source>
        <translation>背景資料的看法</translation>
    </message>
    <message>
        <source>To the facts</source>
        <translation>前往資料</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s), {twice} with two values</source>
        <translation>
            <numerusform>資料 %n 筆，{twice} 項兩值</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BusinessCard</name>
    <message>
        <source>Business card</source>
        <translation>名片</translation>
    </message>
    <message>
        <source>No contact data</source>
        <translation>缺聯絡方式</translation>
    </message>
</context>
<context>
    <name>CameraBar</name>
    <message>
        <source>Clocks…</source>
        <translation>時鐘…</translation>
    </message>
    <message>
        <source>Positions say that the clock of {camera} is {deviation}.</source>
        <translation>依定位，{camera}之時鐘{deviation}。</translation>
    </message>
    <message>
        <source>Nothing proves the clock of {camera}: tell one photo&apos;s time with T.</source>
        <translation>{camera}之時鐘尚無依據：選一張確知時間者，按 T。</translation>
    </message>
</context>
<context>
    <name>CamerasDialog</name>
    <message>
        <source>Clocks of the cameras</source>
        <translation>各相機時鐘</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>One photo whose time is known sets the clock for all photos of its camera: choose it in the grid and press T. The files are left as they are.</source>
        <translation>只要有一張相片的時間確知，同一相機的相片便全部校正：在縮圖中選取該張，按 T。原檔不變。</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>相機</translation>
    </message>
    <message>
        <source>Set by positions</source>
        <translation>依定位時間校正</translation>
    </message>
    <message>
        <source>Forget the setting</source>
        <translation>取消校正</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>相機</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>相片</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>依據</translation>
    </message>
    <message numerus="yes">
        <source>%n position(s) propose it</source>
        <translation>
            <numerusform>依 %n 張之定位建議</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartOfFactsForm</name>
    <message>
        <source>Drawn as</source>
        <translation>圖形</translation>
    </message>
    <message>
        <source>Empty tells every value</source>
        <translation>空白則逐一說明數值</translation>
    </message>
</context>
<context>
    <name>ChartPage</name>
    <message>
        <source>Facts</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>統計圖</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>統計圖</translation>
    </message>
    <message>
        <source>No chart yet</source>
        <translation>尚無統計圖</translation>
    </message>
    <message>
        <source>Choose facts with numbers in the list of facts, then draw them with G.</source>
        <translation>在資料清單選取有數值的資料，按 G 繪製。</translation>
    </message>
    <message>
        <source>None of its facts has a number.</source>
        <translation>所選資料均無數值。</translation>
    </message>
    <message>
        <source>Not drawn: {facts}</source>
        <translation>未繪出：{facts}</translation>
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
    <name>ClosingForm</name>
    <message>
        <source>What was done</source>
        <translation>做了什麼</translation>
    </message>
    <message>
        <source>Proof: a file</source>
        <translation>佐證檔案</translation>
    </message>
    <message>
        <source>or a link</source>
        <translation>或連結</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>第二人</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Arrange columns…</source>
        <translation>調整欄位…</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢復預設</translation>
    </message>
</context>
<context>
    <name>ColumnDialog</name>
    <message>
        <source>Columns</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢復預設</translation>
    </message>
    <message>
        <source>Space shows or hides, Alt ↑ ↓ moves, Alt ← → makes wider or narrower.</source>
        <translation>空白鍵顯示或隱藏，Alt ↑ ↓ 移動，Alt ← → 調整寬度。</translation>
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
    <name>CommentDialog</name>
    <message>
        <source>Comments</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>Go to the words</source>
        <translation>前往文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>A ticked comment is settled.</source>
        <translation>已勾選者為已處理。</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>Two values: the report gives both with their sources.</source>
        <translation>兩值不一致，報告將並列並註明來源。</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>並列，加註</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>擇一，寫理由</translation>
    </message>
    <message>
        <source>Both stay, with a word on why</source>
        <translation>兩值都留，註明原因</translation>
    </message>
    <message>
        <source>One stays, with the reason; this can be undone</source>
        <translation>只留一值並寫明理由；可以復原</translation>
    </message>
</context>
<context>
    <name>ContactAsking</name>
    <message>
        <source>Change {kind}</source>
        <translation>修改{kind}</translation>
    </message>
    <message>
        <source>Add {kind}</source>
        <translation>新增{kind}</translation>
    </message>
    <message>
        <source>Add post</source>
        <translation>加職務</translation>
    </message>
    <message>
        <source>Change post</source>
        <translation>修改職務</translation>
    </message>
    <message>
        <source>Add contact person</source>
        <translation>加聯絡人</translation>
    </message>
    <message>
        <source>Add fact</source>
        <translation>加一筆</translation>
    </message>
    <message>
        <source>Change fact</source>
        <translation>修改資料</translation>
    </message>
    <message>
        <source>Add tie</source>
        <translation>加關係</translation>
    </message>
    <message>
        <source>Change tie</source>
        <translation>修改關係</translation>
    </message>
    <message>
        <source>Printed beside both values.</source>
        <translation>報告中列於兩值旁。</translation>
    </message>
    <message>
        <source>Why both are kept</source>
        <translation>並列的原因</translation>
    </message>
    <message>
        <source>Keep both values</source>
        <translation>兩值並列</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>並列，加註</translation>
    </message>
    <message>
        <source>Choose one value</source>
        <translation>擇一</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>ContactFaces</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>No post known</source>
        <translation>缺職務</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>兩值</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>缺簡介</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等回復</translation>
    </message>
    <message>
        <source>May be printed</source>
        <translation>同意刊印</translation>
    </message>
    <message>
        <source>Not to be printed</source>
        <translation>不同意刊印</translation>
    </message>
    <message>
        <source>Consent not asked</source>
        <translation>未詢問是否刊印</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>下屬單位</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>隸屬</translation>
    </message>
    <message>
        <source>Formerly part of it</source>
        <translation>曾為下屬</translation>
    </message>
    <message>
        <source>Co-founded by it</source>
        <translation>由其共同設立</translation>
    </message>
    <message>
        <source>It holds shares</source>
        <translation>為其股東</translation>
    </message>
    <message>
        <source>Day unknown</source>
        <translation>日期未知</translation>
    </message>
    <message>
        <source>{weekday} {day}</source>
        <translation>{day} {weekday}</translation>
    </message>
    <message>
        <source>whole party</source>
        <translation>全團</translation>
    </message>
    <message>
        <source>Talk: {title}</source>
        <translation>發表：{title}</translation>
    </message>
    <message>
        <source>Travelled: {role}</source>
        <translation>參團，{role}</translation>
    </message>
    <message>
        <source>Seen: {title}</source>
        <translation>所見：{title}</translation>
    </message>
    <message>
        <source>Grounds of: {names}</source>
        <translation>據以建議：{names}</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>尚無答覆</translation>
    </message>
    <message>
        <source>{side} promised: {text}</source>
        <translation>{side}承諾：{text}</translation>
    </message>
    <message>
        <source>Owner: {names}</source>
        <translation>承辦：{names}</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>缺承辦人</translation>
    </message>
    <message>
        <source>{day} done</source>
        <translation>{day} 辦畢</translation>
    </message>
    <message>
        <source>{day} due, {left}</source>
        <translation>{day} 到期，{left}</translation>
    </message>
    <message>
        <source>Signed: {title}</source>
        <translation>簽署：{title}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>Given: {item}</source>
        <translation>致贈：{item}</translation>
    </message>
    <message>
        <source>Received: {item}</source>
        <translation>受贈：{item}</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>照片 %n 張</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactFilters</name>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Of this delegation</source>
        <translation>本訪團接待單位</translation>
    </message>
    <message>
        <source>With two values</source>
        <translation>有兩值</translation>
    </message>
    <message>
        <source>With doubtful facts</source>
        <translation>有存疑資料</translation>
    </message>
    <message>
        <source>Without a profile</source>
        <translation>缺簡介</translation>
    </message>
    <message>
        <source>Waited for</source>
        <translation>等回復</translation>
    </message>
</context>
<context>
    <name>ContactPage</name>
    <message>
        <source>More acts</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>往來紀錄</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>還沒有往來</translation>
    </message>
    <message>
        <source>Visits, talks, promises and gifts of all delegations come here.</source>
        <translation>各訪團的拜會、發表、承諾與禮品都列在這裡。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Over the years</source>
        <translation>往來</translation>
    </message>
</context>
<context>
    <name>ContactPointsInput</name>
    <message>
        <source>Add contact</source>
        <translation>加聯絡方式</translation>
    </message>
</context>
<context>
    <name>ContactTables</name>
    <message>
        <source>People and organisations</source>
        <translation>人員與機關</translation>
    </message>
    <message>
        <source>Table of people</source>
        <translation>人員表格</translation>
    </message>
    <message>
        <source>Table of bodies</source>
        <translation>機關（構）表格</translation>
    </message>
</context>
<context>
    <name>ContactsView</name>
    <message>
        <source>Nothing chosen</source>
        <translation>還沒有選取</translation>
    </message>
    <message>
        <source>Choose somebody in the list, or add one.</source>
        <translation>從清單選一筆，或新增一筆。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Merge doubles</source>
        <translation>合併重複</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Personal data…</source>
        <translation>個人資料…</translation>
    </message>
    <message>
        <source>Copy page as text</source>
        <translation>複製整頁文字</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>以名稱尋找</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>已存篩選</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>篩選清單</translation>
    </message>
    <message>
        <source>List or table</source>
        <translation>清單或表格</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>機關</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>人員 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with two values</source>
        <translation>
            <numerusform>%n 項兩值</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful</source>
        <translation>
            <numerusform>%n 項存疑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a profile</source>
        <translation>
            <numerusform>%n 項缺簡介</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>機關 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, {marks}</source>
        <translation>{count}，{marks}</translation>
    </message>
</context>
<context>
    <name>CopyForm</name>
    <message>
        <source>104/8/17 or 2015-08-17</source>
        <translation>104/8/17 或 2015-08-17</translation>
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
        <source>What was stored is safe, and the last edit was stored whole or not at all. Copy the report and hand it to those who look after the program: it tells where the fault lies, and nothing of what was typed.</source>
        <translation>已儲存之資料無虞，最後一次編輯不是完整儲存，就是完全未儲存。請複製報告交給維護人員：其中只說明錯誤所在，不含任何所輸入之內容。</translation>
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
    <name>DayColumns</name>
    <message>
        <source>Day columns</source>
        <translation>日欄</translation>
    </message>
    <message>
        <source>No stop is chosen; arrows choose one</source>
        <translation>尚未選取行程；以方向鍵選取</translation>
    </message>
</context>
<context>
    <name>DayHeads</name>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n 項行程</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Outside the period</source>
        <translation>不在訪團期間</translation>
    </message>
    <message>
        <source>Copy here</source>
        <translation>複製到此</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>對調</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>移到此</translation>
    </message>
</context>
<context>
    <name>DelegationActs</name>
    <message>
        <source>New delegation</source>
        <translation>新增訪團</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Edit delegation</source>
        <translation>編輯訪團</translation>
    </message>
    <message>
        <source>Remove delegation</source>
        <translation>移除訪團</translation>
    </message>
    <message>
        <source>Search delegations</source>
        <translation>搜尋訪團</translation>
    </message>
    <message>
        <source>Copy as text and table</source>
        <translation>複製為文字與表格</translation>
    </message>
    <message>
        <source>Copy as next year&apos;s</source>
        <translation>複製為明年訪團</translation>
    </message>
    <message>
        <source>List or board</source>
        <translation>切換清單與看板</translation>
    </message>
    <message>
        <source>Set to: {state}</source>
        <translation>改為：{state}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>DelegationDialog</name>
    <message>
        <source>New delegation</source>
        <translation>新增訪團</translation>
    </message>
    <message>
        <source>Edit delegation</source>
        <translation>編輯訪團</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>This is what you typed before and did not save.</source>
        <translation>這是上次輸入、還沒儲存的內容。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
</context>
<context>
    <name>DelegationFilterForm</name>
    <message>
        <source>104/8/17 or 2015-08-17</source>
        <translation>104/8/17 或 2015-08-17</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Lead body</source>
        <translation>主辦機關</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>On the way after</source>
        <translation>出訪期間自</translation>
    </message>
    <message>
        <source>and before</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>DelegationForm</name>
    <message>
        <source>104/8/17, 2015-08-17 or 八月十七日</source>
        <translation>104/8/17、2015-08-17 或八月十七日</translation>
    </message>
</context>
<context>
    <name>DelegationListView</name>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Search delegations</source>
        <translation>搜尋訪團</translation>
    </message>
    <message>
        <source>Title, city, host, person, anything written</source>
        <translation>名稱、城市、機關、人員、任何文字</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>訪團</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Way to look at delegations</source>
        <translation>訪團檢視方式</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部顯示</translation>
    </message>
    <message>
        <source>Search and filter leave none; the search looks at all that is written.</source>
        <translation>搜尋與篩選後沒有訪團；搜尋遍及訪團內所有文字。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln delegation(s)</source>
        <translation>
            <numerusform>%Ln 個訪團</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>No delegation yet</source>
        <translation>還沒有訪團</translation>
    </message>
    <message>
        <source>Plan one: a title and two days are enough to begin.</source>
        <translation>有名稱和起訖兩天就能開始規劃。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>找不到</translation>
    </message>
</context>
<context>
    <name>DelegationLooks</name>
    <message>
        <source>Names of hosts</source>
        <translation>接待單位名稱</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Lead body</source>
        <translation>主辦機關</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>接待單位數</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>建議數</translation>
    </message>
    <message>
        <source>Report due on</source>
        <translation>報告期限</translation>
    </message>
    <message>
        <source>Due: {left}</source>
        <translation>報告：{left}</translation>
    </message>
</context>
<context>
    <name>DelegationPage</name>
    <message>
        <source>Along the thread</source>
        <translation>沿脈絡</translation>
    </message>
    <message>
        <source>In the column</source>
        <translation>同欄移動</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Fill the hole</source>
        <translation>補斷點</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>調整順序</translation>
    </message>
    <message>
        <source>No thread yet</source>
        <translation>還沒有脈絡</translation>
    </message>
    <message>
        <source>It begins with an objective; stops, findings and follow-ups tie on to it.</source>
        <translation>由目的開始，行程、心得與追蹤接著連上。</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>未填</translation>
    </message>
    <message numerus="yes">
        <source>%n hole(s) in the thread</source>
        <translation>
            <numerusform>脈絡有 %n 處斷點</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Manuscript</source>
        <translation>文稿</translation>
    </message>
    <message>
        <source>Numbers and drafts</source>
        <translation>編號與帶入標記</translation>
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
    <name>DoneForm</name>
    <message>
        <source>What was done</source>
        <translation>辦理結果</translation>
    </message>
</context>
<context>
    <name>Doubles</name>
    <message numerus="yes">
        <source>%n pair(s) may be the same</source>
        <translation>
            <numerusform>%n 對可能重複</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Take in what the records say?</source>
        <translation>帶入紀錄內容</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>帶入</translation>
    </message>
    <message>
        <source>What you wrote yourself stays as it is.</source>
        <translation>自行撰寫之文字不會更動。</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差異</translation>
    </message>
</context>
<context>
    <name>DrawingActs</name>
    <message>
        <source>Copy as text and table</source>
        <translation>複製為文字與表格</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>複製為圖片</translation>
    </message>
</context>
<context>
    <name>DrawnList</name>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
</context>
<context>
    <name>DueForm</name>
    <message>
        <source>104/8/17 or 2015-08-17; empty for none</source>
        <translation>104/8/17或2015-08-17；清空表示未定</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the delegation</source>
        <translation>匯出訪團</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Public edition</source>
        <translation>公開版</translation>
    </message>
    <message>
        <source>Internal edition</source>
        <translation>內部版</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>3.0 (Outlook, telephones)</source>
        <translation>3.0（Outlook、手機）</translation>
    </message>
    <message>
        <source>What the calendar holds</source>
        <translation>行事曆內容</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Version of the cards</source>
        <translation>名片版本</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>With positions and cameras of the photos</source>
        <translation>含相片之拍攝位置及相機</translation>
    </message>
    <message>
        <source>Archive with photos (.planner)</source>
        <translation>封存檔，含相片（.planner）</translation>
    </message>
    <message>
        <source>Calendar (.ics)</source>
        <translation>行事曆（.ics）</translation>
    </message>
    <message>
        <source>Contacts (.vcf)</source>
        <translation>聯絡人（.vcf）</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel活頁簿（.xlsx）</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>表格（.csv）</translation>
    </message>
    <message>
        <source>Records for programs (.json)</source>
        <translation>供程式讀取的資料（.json）</translation>
    </message>
    <message>
        <source>Route for maps (.geojson)</source>
        <translation>地圖路線（.geojson）</translation>
    </message>
    <message>
        <source>Route for Google Earth (.kml)</source>
        <translation>Google地球路線（.kml）</translation>
    </message>
    <message>
        <source>Seminar programme, frab (.xml)</source>
        <translation>研討會議程frab（.xml）</translation>
    </message>
    <message>
        <source>Linked data, schema.org (.jsonld)</source>
        <translation>鏈結資料schema.org（.jsonld）</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The itinerary</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>The seminar</source>
        <translation>研討會</translation>
    </message>
    <message>
        <source>Follow-ups, as tasks</source>
        <translation>追蹤事項（待辦）</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>全團</translation>
    </message>
    <message>
        <source>There is nothing for this format yet.</source>
        <translation>還沒有可用此格式匯出的資料。</translation>
    </message>
    <message>
        <source>Choose another format.</source>
        <translation>請改選其他格式。</translation>
    </message>
</context>
<context>
    <name>FactForm</name>
    <message>
        <source>Employees</source>
        <translation>員工</translation>
    </message>
    <message>
        <source>3,000 t/year, over 700 people, or words</source>
        <translation>3,000公噸/年、逾700人，或文字</translation>
    </message>
    <message>
        <source>Organisation, country, product</source>
        <translation>機關、國家或產品</translation>
    </message>
    <message>
        <source>Yearly output</source>
        <translation>年產量</translation>
    </message>
    <message>
        <source>over 90%, 2 to 3.4 kg, 35,000 people, or words</source>
        <translation>逾 90%、2 至 3.4 kg、3.5萬餘人，或文字</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>2015 or 2015-05</source>
        <translation>2015 或 2015-05</translation>
    </message>
    <message>
        <source>Why one may not rely on it</source>
        <translation>為何存疑</translation>
    </message>
    <message>
        <source>No number can be read: kept as words</source>
        <translation>讀不出數字，以文字保存</translation>
    </message>
    <message>
        <source>Read as {value}</source>
        <translation>讀作 {value}</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>簡介資料</translation>
    </message>
    <message>
        <source>Doubtful: {why}</source>
        <translation>存疑：{why}</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>補填</translation>
    </message>
</context>
<context>
    <name>FactPage</name>
    <message>
        <source>Which facts</source>
        <translation>哪些資料</translation>
    </message>
    <message>
        <source>Find facts</source>
        <translation>尋找資料</translation>
    </message>
    <message>
        <source>Subject, metric, value</source>
        <translation>主題、項目、數值</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>No fact yet</source>
        <translation>還沒有資料</translation>
    </message>
    <message>
        <source>A fact says a value of something, as of when, and who says so.</source>
        <translation>一筆資料寫明數值、時間與來源。</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>沒有符合的</translation>
    </message>
    <message>
        <source>No fact is as the tab and the search ask.</source>
        <translation>沒有資料符合所選分頁與搜尋。</translation>
    </message>
    <message>
        <source>All facts</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>兩值</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
</context>
<context>
    <name>FileInput</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Choose a file or drop it here</source>
        <translation>選檔案，或拖到這裡</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>選擇檔案</translation>
    </message>
</context>
<context>
    <name>FilterButton</name>
    <message>
        <source>Saved filters</source>
        <translation>已存篩選</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>篩選清單</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>Keep as</source>
        <translation>存為</translation>
    </message>
    <message>
        <source>A name, where it is to be kept</source>
        <translation>取名即留存</translation>
    </message>
</context>
<context>
    <name>FilterForm</name>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>FilterKeeper</name>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>篩選…</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部顯示</translation>
    </message>
    <message>
        <source>Forget a filter</source>
        <translation>刪除已存篩選</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>取代為</translation>
    </message>
    <message>
        <source>Previous one</source>
        <translation>上一個</translation>
    </message>
    <message>
        <source>Next one</source>
        <translation>下一個</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部取代</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>找不到</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>已取代 %n 處</numerusform>
        </translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>第 {at} 處，共 {count} 處</translation>
    </message>
    <message numerus="yes">
        <source>{count} in %n part(s)</source>
        <translation>
            <numerusform>{count} 處，在 %n 個章節</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Actions</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>找不到</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>Search delegations</source>
        <translation>搜尋訪團</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>訪團</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Lead body</source>
        <translation>主辦機關</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>接待單位</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Find and do</source>
        <translation>搜尋與執行</translation>
    </message>
    <message>
        <source>Ctrl K finds every person, stop, finding and paper by any character, and runs every act by its name.</source>
        <translation>按 Ctrl K，輸入任何一個字就能找到人員、行程、心得與文件，也能以名稱執行每項動作。</translation>
    </message>
    <message>
        <source>The delegation in hand</source>
        <translation>目前訪團</translation>
    </message>
    <message>
        <source>Its itinerary, seminar, outcomes, photos, report and background stand below; the Go menu names their keys.</source>
        <translation>行程、研討會、成果、相片、報告與背景資料列在下方，「前往」選單列出各頁的按鍵。</translation>
    </message>
    <message>
        <source>One page, one thing</source>
        <translation>一頁一事</translation>
    </message>
    <message>
        <source>What is missing is drawn as a red hole with the act that fills it. Arrows move, Enter opens, F6 goes from part to part of the window.</source>
        <translation>缺少的內容畫成紅色斷點，旁邊就是補上的動作。方向鍵移動，Enter 開啟，F6 在視窗各區之間切換。</translation>
    </message>
    <message>
        <source>Never fear a click</source>
        <translation>放心操作</translation>
    </message>
    <message>
        <source>Everything is stored at once and can be taken back with Ctrl Z, by its name, also tomorrow.</source>
        <translation>每次修改立即儲存，都能按 Ctrl Z 依名稱復原，隔天也可以。</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>按鍵與說明</translation>
    </message>
    <message>
        <source>The keys of what you are doing stand here. F1 opens the help of the page in front; this tour is in the Help menu.</source>
        <translation>目前可用的按鍵列在這裡。F1 開啟這一頁的說明；本導覽可從「說明」選單再開啟。</translation>
    </message>
</context>
<context>
    <name>FollowUpActions</name>
    <message>
        <source>Add follow-up</source>
        <translation>新增追蹤</translation>
    </message>
    <message>
        <source>Follow-up table</source>
        <translation>採行情形表</translation>
    </message>
    <message>
        <source>Change follow-up</source>
        <translation>修改追蹤</translation>
    </message>
    <message>
        <source>Set to: {state}</source>
        <translation>改為：{state}</translation>
    </message>
    <message>
        <source>Review: as it was</source>
        <translation>檢討：照舊</translation>
    </message>
    <message>
        <source>Change the owner</source>
        <translation>改承辦人</translation>
    </message>
    <message>
        <source>Change the due day</source>
        <translation>改期限</translation>
    </message>
    <message>
        <source>Priority or not</source>
        <translation>列為或取消優先</translation>
    </message>
    <message>
        <source>Tell progress</source>
        <translation>填辦理情形</translation>
    </message>
    <message>
        <source>Attach proof</source>
        <translation>附佐證</translation>
    </message>
    <message>
        <source>Review round</source>
        <translation>半年檢討</translation>
    </message>
    <message>
        <source>Copy as text and table</source>
        <translation>複製為文字與表格</translation>
    </message>
    <message>
        <source>Remove follow-up</source>
        <translation>移除追蹤</translation>
    </message>
</context>
<context>
    <name>FollowUpActs</name>
    <message>
        <source>Add follow-up</source>
        <translation>新增追蹤</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change follow-up</source>
        <translation>修改追蹤</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Close follow-up</source>
        <translation>結案</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>結案</translation>
    </message>
    <message>
        <source>Who sees to it?</source>
        <translation>由誰承辦？</translation>
    </message>
    <message>
        <source>Until when?</source>
        <translation>什麼時候要辦好？</translation>
    </message>
    <message>
        <source>Change all of these</source>
        <translation>一併修改</translation>
    </message>
    <message>
        <source>Tell progress</source>
        <translation>填辦理情形</translation>
    </message>
    <message>
        <source>Attach proof</source>
        <translation>附佐證</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>附上</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n 項追蹤</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpFilterForm</name>
    <message>
        <source>Holds the words</source>
        <translation>文字含</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>承辦</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>缺承辦人</translation>
    </message>
    <message>
        <source>Of all delegations</source>
        <translation>所有訪團</translation>
    </message>
</context>
<context>
    <name>FollowUpForm</name>
    <message>
        <source>104/8/17 or 2015-08-17</source>
        <translation>104/8/17或2015-08-17</translation>
    </message>
    <message>
        <source>Body, unit or person</source>
        <translation>機關、單位或人</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>承辦</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>FollowUpView</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Way to look at follow-ups</source>
        <translation>追蹤的看法</translation>
    </message>
    <message>
        <source>Which follow-ups</source>
        <translation>哪些追蹤</translation>
    </message>
    <message>
        <source>Show all of this delegation</source>
        <translation>看本團全部</translation>
    </message>
    <message>
        <source>No follow-up yet</source>
        <translation>還沒有追蹤事項</translation>
    </message>
    <message>
        <source>Recommendations and promises become follow-ups with an owner and a due day.</source>
        <translation>建議與承諾在此成為追蹤事項，各有承辦與期限。</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>沒有這類事項</translation>
    </message>
    <message>
        <source>No follow-up here is as the chosen tab asks.</source>
        <translation>沒有事項符合所選條件。</translation>
    </message>
    <message>
        <source>Begin the review</source>
        <translation>開始檢討</translation>
    </message>
    <message>
        <source>Reading the follow-ups…</source>
        <translation>正在讀取追蹤事項…</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-up(s), {open} open</source>
        <translation>
            <numerusform>%n 項追蹤，{open} 項未結</numerusform>
        </translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本團</translation>
    </message>
    <message>
        <source>All</source>
        <translation>所有訪團</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來自</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>承辦</translation>
    </message>
    <message>
        <source>Last told</source>
        <translation>最近辦理情形</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>佐證</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>辦理情形</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>佐證</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>檢討</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>缺承辦</translation>
    </message>
    <message>
        <source>Their promises</source>
        <translation>對方承諾</translation>
    </message>
</context>
<context>
    <name>FollowUpWays</name>
    <message>
        <source>Follow-ups</source>
        <translation>追蹤事項</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Nothing of this is saved yet. Esc once more leaves without it.</source>
        <translation>這些內容都還沒有儲存。再按一次 Esc 就不儲存並離開。</translation>
    </message>
</context>
<context>
    <name>FrameParts</name>
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
    <name>GiftForm</name>
    <message>
        <source>To or from whom</source>
        <translation>致贈或受贈對象</translation>
    </message>
    <message>
        <source>One may keep what is worth up to {sums}.</source>
        <translation>受贈而自留者，價值以{sums}為限。</translation>
    </message>
    <message>
        <source>One may give what is worth up to {sums}.</source>
        <translation>致贈者，價值以{sums}為限。</translation>
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
    <name>HeldDialog</name>
    <message>
        <source>The store is open on another machine</source>
        <translation>資料庫在另一部電腦開啟中</translation>
    </message>
    <message>
        <source>Open to read</source>
        <translation>唯讀開啟</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Only where that machine is off: what it writes meanwhile would be kept apart.</source>
        <translation>僅限該電腦已關機時：其間該處所寫入者將另成一份。</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>所有頁面</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜尋說明</translation>
    </message>
    <message>
        <source>Nothing found. Try a shorter word, or look through all pages.</source>
        <translation>找不到。換個較短的字，或瀏覽所有頁面。</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of {title}</source>
        <translation>「{title}」之歷程</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷程</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Choose an edit to see what it changed, and take back what you wish.</source>
        <translation>點選一筆作業，即見其所改動；可取回整筆或單一欄位。</translation>
    </message>
    <message>
        <source>Find in the history</source>
        <translation>在歷程中尋找</translation>
    </message>
    <message>
        <source>&amp;All edits of the store</source>
        <translation>整個資料庫的編輯(&amp;A)</translation>
    </message>
    <message>
        <source>Shows edits of other delegations and contacts.</source>
        <translation>一併列出其他訪團與聯絡人的編輯。</translation>
    </message>
    <message>
        <source>Edits</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>改動內容</translation>
    </message>
    <message>
        <source>Take back this edit</source>
        <translation>取回此筆作業</translation>
    </message>
    <message>
        <source>Take back this value</source>
        <translation>取回此欄位</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改後</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>復原：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>another record</source>
        <translation>另一筆紀錄</translation>
    </message>
</context>
<context>
    <name>InboundVisitForm</name>
    <message>
        <source>Who came</source>
        <translation>來訪單位</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message>
        <source>Reading {file}</source>
        <translation>正在讀取{file}</translation>
    </message>
</context>
<context>
    <name>ItemActs</name>
    <message>
        <source>Its records tell when it is done: open it</source>
        <translation>完成與否由紀錄判定，開啟後修改</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>結案</translation>
    </message>
    <message>
        <source>Its day follows from the report profile</source>
        <translation>期限由報告格式推算</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>改期限</translation>
    </message>
    <message>
        <source>Export calendar</source>
        <translation>匯出日曆</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>日曆 (*.ics)</translation>
    </message>
</context>
<context>
    <name>ItineraryView</name>
    <message>
        <source>No stops yet. Write one in the line above, or double-click a time below.</source>
        <translation>還沒有行程。在上方輸入一行，或在下方時間處按兩下。</translation>
    </message>
    <message>
        <source>No delegation in hand</source>
        <translation>還沒有選訪團</translation>
    </message>
    <message>
        <source>Open one from the list of delegations; its days are shown here.</source>
        <translation>從訪團清單開啟一個，這裡就顯示它的日程。</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s); solid: clock time, dashed: part of day</source>
        <translation>
            <numerusform>%n 項行程，實線有時刻，虛線只有時段或順序</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join “{name}” with another</source>
        <translation>將「{name}」併入另一筆</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>已登錄的名稱</translation>
    </message>
    <message>
        <source>Type a name of the store or of this report.</source>
        <translation>請輸入資料檔或本報告中的名稱。</translation>
    </message>
</context>
<context>
    <name>KeepingDialog</name>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>This is what you typed before and did not save.</source>
        <translation>這是先前填寫而未儲存的內容。</translation>
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
    <name>LaneLegend</name>
    <message>
        <source>Parties</source>
        <translation>分組</translation>
    </message>
</context>
<context>
    <name>LeftOutBar</name>
    <message numerus="yes">
        <source>%n file(s) need a look</source>
        <translation>
            <numerusform>%n 個檔案待處理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were here already</source>
        <translation>
            <numerusform>%n 張先前已收入</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>“{file}” was here already.</source>
        <translation>「{file}」先前已收入。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>What did not come in</source>
        <translation>未收入者</translation>
    </message>
    <message>
        <source>Take in without wrong times</source>
        <translation>略去錯誤時間收入</translation>
    </message>
</context>
<context>
    <name>LinkForm</name>
    <message>
        <source>There is nothing to link yet.</source>
        <translation>還沒有可連結的項目。</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Previous</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Next talk</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>After this</source>
        <translation>接下來</translation>
    </message>
    <message>
        <source>Type and press Enter</source>
        <translation>輸入後按 Enter</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承諾</translation>
    </message>
    <message>
        <source>Taken down in this talk</source>
        <translation>本篇紀錄</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Answer or side</source>
        <translation>答覆或方別</translation>
    </message>
    <message>
        <source>Nothing taken down yet</source>
        <translation>還沒有紀錄</translation>
    </message>
    <message>
        <source>Questions and promises typed above stand here at once.</source>
        <translation>上面記下的提問與承諾會立刻列在這裡。</translation>
    </message>
    <message>
        <source>{place} / {count}</source>
        <translation>{place}／{count}</translation>
    </message>
</context>
<context>
    <name>LookDialog</name>
    <message>
        <source>Look of the pages</source>
        <translation>頁面樣式</translation>
    </message>
    <message>
        <source>Set the pages</source>
        <translation>排版</translation>
    </message>
    <message>
        <source>Font of the text</source>
        <translation>內文字型</translation>
    </message>
    <message>
        <source>Font of cover and headings</source>
        <translation>封面與標題字型</translation>
    </message>
    <message>
        <source>Number the lines, as on a draft</source>
        <translation>逐行編號（草稿用）</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>內建字型</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>自訂文字</translation>
    </message>
    <message>
        <source>Words across each page</source>
        <translation>橫貫各頁的文字</translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation>浮水印</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>All saved</source>
        <translation>已全部儲存</translation>
    </message>
    <message>
        <source>Open a delegation first, then drop its photos.</source>
        <translation>先開啟訪團，再拖入相片。</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已儲存 {time}</translation>
    </message>
</context>
<context>
    <name>MasterList</name>
    <message>
        <source>People or organisations</source>
        <translation>人員或機關</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Show only some</source>
        <translation>只顯示部分</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>最近會見</translation>
    </message>
    <message>
        <source>Contact data</source>
        <translation>聯絡資料</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Last visited</source>
        <translation>最近拜會</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>註記</translation>
    </message>
    <message>
        <source>Telephone or mail</source>
        <translation>電話或郵件</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>找不到</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n name(s)…</source>
        <translation>
            <numerusform>正在讀取 %n 筆名稱…</numerusform>
        </translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>機關</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Name, pinyin</source>
        <translation>名稱、拼音</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Way to look at contacts</source>
        <translation>人員與機關的檢視方式</translation>
    </message>
    <message>
        <source>Reading what the table is sorted by…</source>
        <translation>讀取排序欄位…</translation>
    </message>
    <message>
        <source>Type less of the name, or show all.</source>
        <translation>少打幾個字，或改看全部。</translation>
    </message>
    <message>
        <source>Nobody here yet</source>
        <translation>還沒有人員</translation>
    </message>
    <message>
        <source>Add the first person with N.</source>
        <translation>按 N 新增第一位。</translation>
    </message>
    <message>
        <source>No organisation yet</source>
        <translation>還沒有機關</translation>
    </message>
    <message>
        <source>Add the first organisation with N.</source>
        <translation>按 N 新增第一個。</translation>
    </message>
</context>
<context>
    <name>MaterialsInput</name>
    <message>
        <source>Attach a file…</source>
        <translation>附檔案…</translation>
    </message>
    <message>
        <source>Choose files, or drop them here</source>
        <translation>選檔案，或拖放到這裡</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>選檔案</translation>
    </message>
</context>
<context>
    <name>MatrixPage</name>
    <message>
        <source>Which relation</source>
        <translation>哪種對應</translation>
    </message>
    <message>
        <source>New marks are told by</source>
        <translation>新標記的來源</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>對應關係</translation>
    </message>
    <message>
        <source>No relation yet</source>
        <translation>還沒有對應關係</translation>
    </message>
    <message>
        <source>A relation says that one thing needs or does something to another.</source>
        <translation>對應關係寫明某物使用或影響某物。</translation>
    </message>
</context>
<context>
    <name>MemberForm</name>
    <message>
        <source>104/8/17 or 2015-08-17</source>
        <translation>104/8/17 或 2015-08-17</translation>
    </message>
    <message>
        <source>As held at the time of the trip</source>
        <translation>出訪當時的職稱</translation>
    </message>
    <message>
        <source>The office calls this one</source>
        <translation>承辦聯絡此人</translation>
    </message>
    <message>
        <source>Travel papers</source>
        <translation>旅行證件</translation>
    </message>
</context>
<context>
    <name>MemberTable</name>
    <message>
        <source>Members</source>
        <translation>團員</translation>
    </message>
    <message>
        <source>No leader</source>
        <translation>未指定團長</translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation>未填姓名</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>作業(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>視窗(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>清除清單(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>匯入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Read an earlier report…</source>
        <translation>讀取舊報告(&amp;R)…</translation>
    </message>
    <message>
        <source>Export &amp;for others…</source>
        <translation>匯出為其他格式(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Export archive…</source>
        <translation>匯出封存檔(&amp;E)…</translation>
    </message>
    <message>
        <source>Export the &amp;whole store…</source>
        <translation>匯出整個資料庫(&amp;W)…</translation>
    </message>
    <message>
        <source>Open another sto&amp;re…</source>
        <translation>開啟其他資料庫(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>備份(&amp;B)…</translation>
    </message>
    <message>
        <source>Personal &amp;data falling due…</source>
        <translation>屆期個人資料(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>Times and &amp;limits…</source>
        <translation>行程估算與限額(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>New from &amp;template…</source>
        <translation>依範本新增(&amp;T)…</translation>
    </message>
    <message>
        <source>Save as te&amp;mplate…</source>
        <translation>存為範本(&amp;M)…</translation>
    </message>
    <message>
        <source>Recent &amp;files</source>
        <translation>最近的檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>歷程(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>依桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>亮色(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>暗色(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>色彩(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高對比(&amp;H)</translation>
    </message>
    <message>
        <source>La&amp;rger text</source>
        <translation>放大文字(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>縮小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>一般文字大小(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新視窗(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>關閉視窗(&amp;C)</translation>
    </message>
    <message>
        <source>Close the &amp;side panel</source>
        <translation>關閉側欄(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>本頁說明(&amp;H)</translation>
    </message>
    <message>
        <source>All &amp;pages of the help</source>
        <translation>所有說明頁面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keys and shortcuts</source>
        <translation>快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Tour of the window</source>
        <translation>視窗導覽(&amp;T)</translation>
    </message>
    <message>
        <source>Take in the &amp;sample</source>
        <translation>帶入範例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;About the program</source>
        <translation>關於本程式(&amp;A)</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge doubles</source>
        <translation>合併重複</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Every visit, post, promise and gift goes to the one that stays.</source>
        <translation>拜會、職務、承諾、禮品等全部併入保留的一筆；可以復原。</translation>
    </message>
    <message>
        <source>One</source>
        <translation>一筆</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>另一筆</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Likely doubles</source>
        <translation>可能重複</translation>
    </message>
    <message>
        <source>Nothing looks like a double.</source>
        <translation>沒有看似重複的紀錄。</translation>
    </message>
    <message>
        <source>Compare with another</source>
        <translation>與另一筆比對</translation>
    </message>
    <message>
        <source>Which one stays</source>
        <translation>保留哪一筆</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>What both say</source>
        <translation>兩筆內容</translation>
    </message>
    <message>
        <source>Ticked values stay. Enter takes the other one.</source>
        <translation>打勾的值保留；按 Enter 改採另一值。</translation>
    </message>
    <message>
        <source>Choose what to merge with first.</source>
        <translation>先選要合併的另一筆。</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>同名</translation>
    </message>
    <message>
        <source>Other script</source>
        <translation>繁簡不同</translation>
    </message>
    <message>
        <source>Shared alias</source>
        <translation>別名相同</translation>
    </message>
    <message>
        <source>Same but for the form</source>
        <translation>只差組織型態</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>簡稱</translation>
    </message>
    <message>
        <source>Same reading</source>
        <translation>讀音相同</translation>
    </message>
    <message>
        <source>Order of the name</source>
        <translation>姓名順序</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation>自行選取</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Reading {file}</source>
        <translation>正在讀取 {file}</translation>
    </message>
</context>
<context>
    <name>NamesInput</name>
    <message>
        <source>Add “{name}”</source>
        <translation>新增「{name}」</translation>
    </message>
</context>
<context>
    <name>NewDayForm</name>
    <message>
        <source>104/8/17 or 2015-08-17</source>
        <translation>104/8/17 或 2015-08-17</translation>
    </message>
</context>
<context>
    <name>NewFollowUpForm</name>
    <message>
        <source>Owner</source>
        <translation>承辦</translation>
    </message>
    <message>
        <source>A body of the list, or any unit or person by name</source>
        <translation>從清單選機關，或填任何單位、人員</translation>
    </message>
    <message>
        <source>104/8/17 or 2015-08-17</source>
        <translation>104/8/17 或 2015-08-17</translation>
    </message>
</context>
<context>
    <name>NightBand</name>
    <message>
        <source>Nights</source>
        <translation>住宿</translation>
    </message>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation>
            <numerusform>%n 夜</numerusform>
        </translation>
    </message>
    <message>
        <source>{place}, {count}, no lodging</source>
        <translation>{place} {count}，住宿未填</translation>
    </message>
    <message>
        <source>{place}, no lodging</source>
        <translation>{place}住宿未填</translation>
    </message>
    <message>
        <source>No lodging</source>
        <translation>住宿未填</translation>
    </message>
    <message>
        <source>{place}, {count}</source>
        <translation>{place} {count}</translation>
    </message>
</context>
<context>
    <name>NoSeminar</name>
    <message>
        <source>Go to the itinerary</source>
        <translation>前往行程</translation>
    </message>
    <message>
        <source>Add a stop of the kind seminar to the itinerary; it opens from here.</source>
        <translation>在行程加一站「研討會」，就能從這裡開設。</translation>
    </message>
    <message>
        <source>No seminar yet</source>
        <translation>還沒有研討會</translation>
    </message>
    <message>
        <source>Open it from its stop; then add talks and take down what is said.</source>
        <translation>從這一站開設，再排專題、記提問與承諾。</translation>
    </message>
    <message>
        <source>Open the seminar of {day}: {title}</source>
        <translation>開設 {day} 的研討會：{title}</translation>
    </message>
</context>
<context>
    <name>NoticePanel</name>
    <message>
        <source>Nothing to mend</source>
        <translation>沒有要改的</translation>
    </message>
    <message>
        <source>No rule has anything to say here.</source>
        <translation>檢核沒有發現問題。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Show the stop</source>
        <translation>看行程</translation>
    </message>
    <message>
        <source>Accept with a reason…</source>
        <translation>接受並寫理由…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
</context>
<context>
    <name>Noticing</name>
    <message>
        <source>The whole plan</source>
        <translation>全部行程</translation>
    </message>
</context>
<context>
    <name>ObjectiveTable</name>
    <message>
        <source>Objectives</source>
        <translation>目的</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n 個行程</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganisationFilterForm</name>
    <message>
        <source>Name, alias, pinyin</source>
        <translation>名稱、別名、拼音</translation>
    </message>
    <message>
        <source>What asks for care</source>
        <translation>待留意</translation>
    </message>
    <message>
        <source>Of the delegation in hand</source>
        <translation>限本團</translation>
    </message>
</context>
<context>
    <name>OrganisationForm</name>
    <message>
        <source>1963 or 2015-05-12</source>
        <translation>52、52/5 或 1963-05-12</translation>
    </message>
</context>
<context>
    <name>OrganisationView</name>
    <message>
        <source>Add fact</source>
        <translation>加一筆</translation>
    </message>
    <message>
        <source>Remove fact</source>
        <translation>移除資料</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>簡介資料</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>缺簡介</translation>
    </message>
    <message>
        <source>What it does, how large it is: the report describes every host.</source>
        <translation>做什麼、有多大：報告須說明每一個接待單位。</translation>
    </message>
    <message>
        <source>Add tie</source>
        <translation>加關係</translation>
    </message>
    <message>
        <source>Remove tie</source>
        <translation>移除關係</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>關係</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>圖</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Way to look at ties</source>
        <translation>關係的看法</translation>
    </message>
    <message>
        <source>Ties to other organisations</source>
        <translation>與其他機關的關係</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>No ties known</source>
        <translation>還沒有關係</translation>
    </message>
    <message>
        <source>Owners, founders and partners stand here, and what belongs to it.</source>
        <translation>股東、設立單位、合資夥伴及下屬單位列在這裡。</translation>
    </message>
    <message>
        <source>Open the other organisation</source>
        <translation>開啟對方機關</translation>
    </message>
    <message>
        <source>Add contact person</source>
        <translation>加聯絡人</translation>
    </message>
    <message>
        <source>Change post</source>
        <translation>修改職務</translation>
    </message>
    <message>
        <source>Remove post</source>
        <translation>移除職務</translation>
    </message>
    <message>
        <source>Contact persons</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>聯絡方式</translation>
    </message>
    <message>
        <source>No contact person yet</source>
        <translation>還沒有聯絡人</translation>
    </message>
    <message>
        <source>Nobody with a post here is known.</source>
        <translation>尚無在此任職的人員紀錄。</translation>
    </message>
    <message>
        <source>also “{names}”</source>
        <translation>又稱「{names}」</translation>
    </message>
    <message numerus="yes">
        <source>%n more in the table</source>
        <translation>
            <numerusform>另 %n 筆見表</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>OutcomeForm</name>
    <message>
        <source>104/8/17 or 2015-08-17</source>
        <translation>104/8/17 或 2015-08-17</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未定</translation>
    </message>
</context>
<context>
    <name>OutlineSide</name>
    <message>
        <source>Outline</source>
        <translation>大綱</translation>
    </message>
</context>
<context>
    <name>OwedTable</name>
    <message>
        <source>What is owed</source>
        <translation>待辦</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本週</translation>
    </message>
    <message>
        <source>Waiting for others</source>
        <translation>等待他人</translation>
    </message>
    <message>
        <source>The first {count} are shown</source>
        <translation>顯示前 {count} 件</translation>
    </message>
    <message>
        <source>Late after 6 months</source>
        <translation>滿 6 個月轉為逾期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>承辦</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩餘</translation>
    </message>
</context>
<context>
    <name>OwnerForm</name>
    <message>
        <source>Body, unit or person; empty for none</source>
        <translation>機關、單位或人；空白表示無</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>承辦</translation>
    </message>
</context>
<context>
    <name>PageActs</name>
    <message>
        <source>Make papers</source>
        <translation>製作文件</translation>
    </message>
    <message>
        <source>Copy for the next trip</source>
        <translation>複製為下一團</translation>
    </message>
    <message>
        <source>Edit delegation</source>
        <translation>編輯訪團</translation>
    </message>
    <message>
        <source>Fill the next hole</source>
        <translation>補下一處斷點</translation>
    </message>
    <message>
        <source>Only holes</source>
        <translation>只看斷點</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>加入團員</translation>
    </message>
    <message>
        <source>Add share of work</source>
        <translation>新增分工</translation>
    </message>
    <message>
        <source>Add objective</source>
        <translation>新增目的</translation>
    </message>
    <message>
        <source>Add {kind}</source>
        <translation>新增{kind}</translation>
    </message>
    <message>
        <source>Change the row</source>
        <translation>修改此列</translation>
    </message>
    <message>
        <source>Done, or not done yet</source>
        <translation>完成或未完成</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>移除此列</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>PageLists</name>
    <message>
        <source>Members</source>
        <translation>團員</translation>
    </message>
    <message>
        <source>Nobody goes yet</source>
        <translation>還沒有團員</translation>
    </message>
    <message>
        <source>Members stand on the cover, in the list and on the badges.</source>
        <translation>封面、名單與名牌都取自這裡。</translation>
    </message>
    <message>
        <source>Division of work</source>
        <translation>分工</translation>
    </message>
    <message>
        <source>No work is shared out</source>
        <translation>還沒有分工</translation>
    </message>
    <message>
        <source>Say which body does what, and by when.</source>
        <translation>填上哪個機關做什麼，何時完成。</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>No objective yet</source>
        <translation>還沒有目的</translation>
    </message>
    <message>
        <source>The report answers to them one by one.</source>
        <translation>報告要逐項回應。</translation>
    </message>
    <message numerus="yes">
        <source>%n, drag to change the precedence</source>
        <translation>
            <numerusform>%n 人，拖曳調整禮賓順序</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s), {done} done</source>
        <translation>
            <numerusform>%n 項，已完成 {done} 項</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperBar</name>
    <message>
        <source>Paper</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>文件的語言</translation>
    </message>
    <message>
        <source>As the profile</source>
        <translation>依報告格式</translation>
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
        <source>Time that the table tells of</source>
        <translation>填報期間</translation>
    </message>
    <message>
        <source>Fonts, watermark, line numbers</source>
        <translation>字型、浮水印、行號</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁</translation>
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
        <source>Fit the width or the page</source>
        <translation>符合頁寬或整頁</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>全部期間</translation>
    </message>
    <message>
        <source>of {total}</source>
        <translation>／{total} 頁</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>Pages of the paper</source>
        <translation>文件的頁面</translation>
    </message>
    <message>
        <source>Set the pages</source>
        <translation>排版</translation>
    </message>
    <message>
        <source>The pages are not set</source>
        <translation>還沒有排版</translation>
    </message>
    <message>
        <source>Setting them was cancelled; nothing of the report is lost.</source>
        <translation>排版已取消；報告內容沒有遺失。</translation>
    </message>
    <message>
        <source>Setting the pages</source>
        <translation>排版中</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另 %n 項</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperExports</name>
    <message>
        <source>Export PDF</source>
        <translation>匯出 PDF</translation>
    </message>
    <message>
        <source>Export for Word or Writer…</source>
        <translation>匯出 Word 或 ODF…</translation>
    </message>
    <message>
        <source>Export PDF with its records…</source>
        <translation>匯出附紀錄之 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>PDF that carries its records</source>
        <translation>附帶紀錄之 PDF</translation>
    </message>
</context>
<context>
    <name>PaperFile</name>
    <message>
        <source>Export with these problems?</source>
        <translation>仍要匯出嗎？</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>仍然匯出</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>寫入 {file}</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 檔 (*.pdf)</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Word 文件 (*.docx)</translation>
    </message>
    <message>
        <source>OpenDocument texts (*.odt)</source>
        <translation>開放文件 (*.odt)</translation>
    </message>
    <message>
        <source>Export “{title}”</source>
        <translation>匯出「{title}」</translation>
    </message>
</context>
<context>
    <name>PaperPrinter</name>
    <message>
        <source>Print {title}</source>
        <translation>列印「{title}」</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>列印中</translation>
    </message>
</context>
<context>
    <name>PaperTable</name>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>PartActs</name>
    <message>
        <source>Add part below…</source>
        <translation>新增節…</translation>
    </message>
    <message>
        <source>Add chapter…</source>
        <translation>新增章…</translation>
    </message>
    <message>
        <source>Change part…</source>
        <translation>更改章節…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove part</source>
        <translation>移除章節</translation>
    </message>
    <message>
        <source>Add part</source>
        <translation>新增章節</translation>
    </message>
    <message>
        <source>Add chapter</source>
        <translation>新增章</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change part</source>
        <translation>更改章節</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Encrypt {file}</source>
        <translation>加密 {file}</translation>
    </message>
    <message>
        <source>Open {file}</source>
        <translation>開啟 {file}</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Only who knows the passphrase can open the file. Nobody can recover a forgotten one: keep it where the office keeps such things.</source>
        <translation>只有知道通行密語者能開啟檔案。忘記後無人能復原，請依機關規定妥善保管。</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>通行密語(&amp;P)</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>再輸入一次(&amp;A)</translation>
    </message>
    <message>
        <source>Please type the passphrase.</source>
        <translation>請輸入通行密語。</translation>
    </message>
    <message>
        <source>Type {least} letters or more, best several words.</source>
        <translation>請輸入至少 {least} 個字元，最好由數個詞組成。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>兩次輸入不同。</translation>
    </message>
</context>
<context>
    <name>PersonFilterForm</name>
    <message>
        <source>Name, alias, pinyin</source>
        <translation>名稱、別名、拼音</translation>
    </message>
    <message>
        <source>Body of a post</source>
        <translation>任職機關</translation>
    </message>
    <message>
        <source>Title of a post</source>
        <translation>職稱</translation>
    </message>
    <message>
        <source>A way to reach them is known</source>
        <translation>有聯絡方式</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Not asked</source>
        <translation>未詢問</translation>
    </message>
    <message>
        <source>Family name first</source>
        <translation>姓在前</translation>
    </message>
    <message>
        <source>Family name last</source>
        <translation>姓在後</translation>
    </message>
    <message>
        <source>Order of the name</source>
        <translation>姓名順序</translation>
    </message>
    <message>
        <source>Internal: the public edition names this person nowhere</source>
        <translation>內部：公開版不列此人</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Add post</source>
        <translation>加職務</translation>
    </message>
    <message>
        <source>Change post</source>
        <translation>修改職務</translation>
    </message>
    <message>
        <source>Remove post</source>
        <translation>移除職務</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>職務</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>No post known</source>
        <translation>缺職務</translation>
    </message>
    <message>
        <source>With its years, so that an old report prints the post of its day.</source>
        <translation>連同起迄年份，舊報告才會印出當時的職務。</translation>
    </message>
    <message>
        <source>Change contacts</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>號碼或地址</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>No contact data</source>
        <translation>缺聯絡方式</translation>
    </message>
    <message>
        <source>Telephone, mail or messenger; not printed without consent.</source>
        <translation>電話、郵件或通訊軟體；未經同意不刊印。</translation>
    </message>
</context>
<context>
    <name>PersonalDataDialog</name>
    <message>
        <source>Personal data of {name}</source>
        <translation>「{name}」的個人資料</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久刪除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Erasing empties the records of this person, their history and every index, and deletes portraits. Journeys and promises stay, without the name. It cannot be undone, nor can anything done before it.</source>
        <translation>刪除後，此人的紀錄、異動歷史與所有索引中的個人資料全部清空，肖像一併刪除；行程與承諾保留，但不再具名。此項操作及其前的操作均無法復原。</translation>
    </message>
    <message>
        <source>Export all of it…</source>
        <translation>全部匯出…</translation>
    </message>
    <message>
        <source>To erase, &amp;type the name: {name}</source>
        <translation>如要刪除，請輸入姓名(&amp;T)：{name}</translation>
    </message>
    <message>
        <source>Named by: {what}</source>
        <translation>提及此人的資料：{what}</translation>
    </message>
    <message>
        <source>No other record names this person.</source>
        <translation>沒有其他資料提及此人。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in the history</source>
        <translation>
            <numerusform>異動歷史 %n 筆</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) hold this too, until they are deleted</source>
        <translation>
            <numerusform>另有 %n 份備份含有此資料，須自行刪除</numerusform>
        </translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 檔案 (*.json)</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>刪除中…</translation>
    </message>
</context>
<context>
    <name>PhotoActions</name>
    <message>
        <source>Add photos</source>
        <translation>加入相片</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>加入資料夾</translation>
    </message>
    <message>
        <source>Paste picture</source>
        <translation>貼上圖片</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Accept all sure places</source>
        <translation>接受所有把握高者</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>改歸…</translation>
    </message>
    <message>
        <source>Back into the tray</source>
        <translation>放回待歸類</translation>
    </message>
    <message>
        <source>Figure or not</source>
        <translation>選入或移出圖</translation>
    </message>
    <message>
        <source>Figure earlier</source>
        <translation>圖往前</translation>
    </message>
    <message>
        <source>Figure later</source>
        <translation>圖往後</translation>
    </message>
    <message>
        <source>Tell the time…</source>
        <translation>定時…</translation>
    </message>
    <message>
        <source>Clocks of the cameras…</source>
        <translation>各相機時鐘…</translation>
    </message>
    <message>
        <source>Draft caption</source>
        <translation>草擬圖說</translation>
    </message>
    <message>
        <source>Retouch…</source>
        <translation>修整…</translation>
    </message>
    <message>
        <source>Internal or public</source>
        <translation>內部或公開</translation>
    </message>
    <message>
        <source>Hide spare ones of the same scene</source>
        <translation>同一畫面只看一張</translation>
    </message>
    <message>
        <source>Export without positions…</source>
        <translation>匯出（去除定位）…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>PhotoActs</name>
    <message>
        <source>Stop</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Place photos</source>
        <translation>歸入行程</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>歸入</translation>
    </message>
    <message>
        <source>When was “{file}” really taken? All photos of “{camera}” follow; the files stay.</source>
        <translation>「{file}」實際拍攝於何時？「{camera}」所有相片隨之校正，原檔不變。</translation>
    </message>
    <message>
        <source>Mend the clock</source>
        <translation>校正時鐘</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>Export photos to a folder</source>
        <translation>匯出相片至資料夾</translation>
    </message>
</context>
<context>
    <name>PhotoForm</name>
    <message>
        <source>What is to be seen, for one who cannot see it</source>
        <translation>為看不見畫面的人說明畫面</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos</source>
        <translation>相片</translation>
    </message>
</context>
<context>
    <name>PhotoPanel</name>
    <message>
        <source>Photo</source>
        <translation>相片</translation>
    </message>
    <message>
        <source>camera said {time}</source>
        <translation>相機記為 {time}</translation>
    </message>
</context>
<context>
    <name>PhotosView</name>
    <message>
        <source>Accept the place</source>
        <translation>接受建議</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>改歸</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>選為圖</translation>
    </message>
    <message>
        <source>Tell the time</source>
        <translation>定時</translation>
    </message>
    <message>
        <source>Draft caption</source>
        <translation>草擬圖說</translation>
    </message>
    <message>
        <source>Retouch</source>
        <translation>修整</translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>沒有待辦</translation>
    </message>
    <message>
        <source>Every photo stands at a stop.</source>
        <translation>相片都已歸入行程。</translation>
    </message>
    <message>
        <source>No photo here yet</source>
        <translation>此處尚無相片</translation>
    </message>
    <message>
        <source>Drag photos here, or choose some and press M or F.</source>
        <translation>把相片拖來，或選取後按 M 或 F。</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>尚無相片</translation>
    </message>
    <message>
        <source>Drop a folder or photos on the window, or paste a picture.</source>
        <translation>把資料夾或相片拖到視窗，或貼上圖片。</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s), {figures} figures</source>
        <translation>
            <numerusform>%n 張相片，{figures} 張圖</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Delegations</source>
        <translation>訪團</translation>
    </message>
    <message>
        <source>People, organisations</source>
        <translation>人員與機關</translation>
    </message>
    <message>
        <source>Itinerary</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Seminar</source>
        <translation>研討會</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>成果與追蹤</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>往來</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>相片</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>背景資料</translation>
    </message>
</context>
<context>
    <name>PlacesDialog</name>
    <message>
        <source>Fill in coordinates</source>
        <translation>填入座標</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>Each place is put where its town or airport is; correct it later.</source>
        <translation>各地點以所在城鎮或機場之座標填入，之後可再修改。</translation>
    </message>
    <message>
        <source>{place} → {town} ({country})</source>
        <translation>{place} → {town}（{country}）</translation>
    </message>
    <message>
        <source>No town was found for any of them.</source>
        <translation>都查不到所在城鎮。</translation>
    </message>
</context>
<context>
    <name>PlanActions</name>
    <message>
        <source>Add stop</source>
        <translation>新增行程</translation>
    </message>
    <message>
        <source>Add stop in one line</source>
        <translation>用一行新增行程</translation>
    </message>
    <message>
        <source>Check the plan</source>
        <translation>檢核行程</translation>
    </message>
    <message>
        <source>Open stop</source>
        <translation>開啟行程</translation>
    </message>
    <message>
        <source>Duplicate stop</source>
        <translation>複製一項</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製文字</translation>
    </message>
    <message>
        <source>Remove stop</source>
        <translation>移除行程</translation>
    </message>
    <message>
        <source>Day: move a day later</source>
        <translation>整天：往後一天</translation>
    </message>
    <message>
        <source>Day: move a day earlier</source>
        <translation>整天：往前一天</translation>
    </message>
    <message>
        <source>Day: swap with the next</source>
        <translation>整天：與次日對調</translation>
    </message>
    <message>
        <source>Day: duplicate to the next</source>
        <translation>整天：複製到次日</translation>
    </message>
    <message>
        <source>Day: it and all after a day later</source>
        <translation>整天：自此日起往後一天</translation>
    </message>
    <message>
        <source>Day: 30 minutes later</source>
        <translation>整天：晚 30 分</translation>
    </message>
    <message>
        <source>Day: 30 minutes earlier</source>
        <translation>整天：早 30 分</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Check: {count}</source>
        <translation>檢核 {count}</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>Days</source>
        <translation>日欄</translation>
    </message>
    <message>
        <source>List</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地圖</translation>
    </message>
    <message>
        <source>Ways to see the plan</source>
        <translation>檢視方式</translation>
    </message>
    <message>
        <source>More acts</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全團同行</translation>
    </message>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>分 %n 組</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanMenu</name>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Move {day} to</source>
        <translation>把{day}移到</translation>
    </message>
    <message>
        <source>Swap {day} with</source>
        <translation>把{day}對調</translation>
    </message>
    <message>
        <source>Duplicate {day} to</source>
        <translation>複製 {day} 到</translation>
    </message>
    <message>
        <source>Shift {day}</source>
        <translation>調整{day}</translation>
    </message>
    <message>
        <source>30 minutes later</source>
        <translation>整天晚 30 分</translation>
    </message>
    <message>
        <source>30 minutes earlier</source>
        <translation>整天早 30 分</translation>
    </message>
    <message>
        <source>Stretch by 30 minutes</source>
        <translation>拉開 30 分</translation>
    </message>
    <message>
        <source>Tighten by 30 minutes</source>
        <translation>收緊 30 分</translation>
    </message>
    <message>
        <source>From here on a day later</source>
        <translation>自此日起往後一天</translation>
    </message>
    <message>
        <source>From here on a day earlier</source>
        <translation>自此日起往前一天</translation>
    </message>
</context>
<context>
    <name>PlanWays</name>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Whole route</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>15 minutes, or order</source>
        <translation>移 15 分或順序</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>移一天</translation>
    </message>
    <message>
        <source>Accept the clash</source>
        <translation>接受衝突</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
</context>
<context>
    <name>Portrait</name>
    <message>
        <source>Portrait</source>
        <translation>大頭照</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>沒有照片</translation>
    </message>
</context>
<context>
    <name>PortraitInput</name>
    <message>
        <source>Choose a picture…</source>
        <translation>選擇照片…</translation>
    </message>
    <message>
        <source>Choose a file, paste a picture, or drop it here</source>
        <translation>選擇檔案、貼上圖片，或拖放至此</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard; copy one first.</source>
        <translation>剪貼簿沒有圖片；請先複製一張。</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>選擇照片</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>圖片 ({endings})</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Pages of the report</source>
        <translation>報告頁面</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
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
        <source>Pages</source>
        <translation>頁面</translation>
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
        <source>Setting the pages</source>
        <translation>排版中</translation>
    </message>
    <message>
        <source>{page} of {count}</source>
        <translation>第 {page} 頁，共 {count} 頁</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print {title}</source>
        <translation>列印{title}</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>Pages as they will be printed</source>
        <translation>列印前的頁面</translation>
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
        <source>The pages are being set.</source>
        <translation>頁面排版中。</translation>
    </message>
    <message>
        <source>Page {page} of {total}</source>
        <translation>第 {page} 頁，共 {total} 頁</translation>
    </message>
</context>
<context>
    <name>ProblemSide</name>
    <message>
        <source>Problems</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Which problems</source>
        <translation>哪些問題</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>沒有要改的</translation>
    </message>
    <message>
        <source>The rules of the profile find no problem here.</source>
        <translation>依報告格式檢核，沒有發現問題。</translation>
    </message>
    <message>
        <source>Accept with a reason…</source>
        <translation>敘明理由採認…</translation>
    </message>
    <message>
        <source>Take the acceptance back</source>
        <translation>撤回採認</translation>
    </message>
    <message>
        <source>The report is filed</source>
        <translation>報告已登錄</translation>
    </message>
    <message>
        <source>Report due {day}, {left}</source>
        <translation>報告 {day} 到期，{left}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已採認</translation>
    </message>
    <message>
        <source>{notice} Accepted: {reason}</source>
        <translation>{notice}採認理由：{reason}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>ProgressForm</name>
    <message>
        <source>How it goes</source>
        <translation>辦理情形</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>填報人</translation>
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
    <name>ProofForm</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>or a link</source>
        <translation>或連結</translation>
    </message>
    <message>
        <source>As the file is called</source>
        <translation>預設為檔名</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>證明什麼</translation>
    </message>
</context>
<context>
    <name>QuickField</name>
    <message>
        <source>New stop in one line</source>
        <translation>用一行新增行程</translation>
    </message>
    <message>
        <source>8/18 14:00 visit Osaka University, Tanaka</source>
        <translation>8/18 14:00 拜會 內蒙古師範大學 特古斯</translation>
    </message>
    <message>
        <source>There is no day “{written}”.</source>
        <translation>沒有「{written}」這一天。</translation>
    </message>
    <message>
        <source>{when} – who or what comes next?</source>
        <translation>{when}，接著寫對象或事項</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>Read an earlier report</source>
        <translation>讀取舊報告</translation>
    </message>
    <message>
        <source>Reports ({endings})</source>
        <translation>報告（{endings}）</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在讀取{file}</translation>
    </message>
    <message>
        <source>This report carries its own records</source>
        <translation>此報告附有原始紀錄</translation>
    </message>
    <message>
        <source>Import the records</source>
        <translation>匯入紀錄</translation>
    </message>
    <message>
        <source>Read as a report</source>
        <translation>以報告讀取</translation>
    </message>
    <message>
        <source>“{file}” holds the delegation as it was when it was printed.</source>
        <translation>「{file}」內含列印當時之訪團資料。</translation>
    </message>
    <message>
        <source>This reads as a booking</source>
        <translation>這份檔案看起來是訂位資料</translation>
    </message>
    <message>
        <source>Import the booking</source>
        <translation>匯入訂位</translation>
    </message>
    <message>
        <source>“{file}” tells of flights, trains or nights under a reference.</source>
        <translation>「{file}」載有訂位代號與航班、車次或住宿。</translation>
    </message>
</context>
<context>
    <name>ReasonForm</name>
    <message>
        <source>Kept with the notice, for whoever asks later.</source>
        <translation>與此項意見一併留存，以備日後查考。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>RecordActs</name>
    <message>
        <source>The text holds what the records say.</source>
        <translation>文稿與紀錄相符。</translation>
    </message>
    <message>
        <source>The records hold nothing that would be told in this part.</source>
        <translation>紀錄中沒有可供本節敘述之內容。</translation>
    </message>
    <message>
        <source>Nothing to take in</source>
        <translation>沒有可帶入之內容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>RelationActs</name>
    <message>
        <source>Add agreement</source>
        <translation>新增協議</translation>
    </message>
    <message>
        <source>Change agreement</source>
        <translation>修改協議</translation>
    </message>
    <message>
        <source>Add activity</source>
        <translation>新增協議活動</translation>
    </message>
    <message>
        <source>Change activity</source>
        <translation>變更協議活動</translation>
    </message>
    <message>
        <source>Add gift</source>
        <translation>新增禮品</translation>
    </message>
    <message>
        <source>Change gift</source>
        <translation>修改禮品</translation>
    </message>
    <message>
        <source>Add a visit to us</source>
        <translation>新增來訪</translation>
    </message>
    <message>
        <source>Change a visit to us</source>
        <translation>變更對方來訪</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>RelationBlanks</name>
    <message>
        <source>No earlier matter</source>
        <translation>沒有前次事項</translation>
    </message>
    <message>
        <source>Recommendations of earlier delegations to the same hosts or on the same subject stand here, to be taken up in the report and the agenda.</source>
        <translation>前幾次訪團對相同單位或相同主題所提之建議列於此處，可選擇是否列入報告及議程。</translation>
    </message>
    <message>
        <source>No agreement with these hosts</source>
        <translation>與這些單位沒有協議</translation>
    </message>
    <message>
        <source>With its expiry and days of notice, Today tells when notice must be given.</source>
        <translation>填入屆滿日及通知天數後，「今日」會提示最後通知日。</translation>
    </message>
    <message>
        <source>Nothing done under an agreement yet</source>
        <translation>協議之下尚無活動</translation>
    </message>
    <message>
        <source>Exchanges, courses, joint projects: what an agreement led to, by day.</source>
        <translation>互訪、研習、合作計畫等依協議辦理之事項，依日期列出。</translation>
    </message>
    <message>
        <source>No gift yet</source>
        <translation>還沒有禮品</translation>
    </message>
    <message>
        <source>What is given and received; beside it stands what a host was given before.</source>
        <translation>致贈及受贈之禮品；旁列上次致贈該單位者。</translation>
    </message>
    <message>
        <source>No visit of these hosts to us</source>
        <translation>這些單位尚未來訪</translation>
    </message>
    <message>
        <source>Each is counted against our visits to them, year by year.</source>
        <translation>逐年與我方出訪次數對照。</translation>
    </message>
    <message>
        <source>Nothing with these hosts yet</source>
        <translation>與這些單位尚無往來</translation>
    </message>
    <message>
        <source>Visits both ways, talks, and what either side still owes, year by year.</source>
        <translation>逐年列出互訪、專題及雙方尚未履行者。</translation>
    </message>
</context>
<context>
    <name>RelationMatrix</name>
    <message>
        <source>Not marked: {said}</source>
        <translation>未標記：{said}</translation>
    </message>
    <message>
        <source>Mark, or take the mark away</source>
        <translation>標示或取消標示</translation>
    </message>
</context>
<context>
    <name>RelationTables</name>
    <message>
        <source>Taken up</source>
        <translation>列入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不列入</translation>
    </message>
    <message>
        <source>Undecided, taken up</source>
        <translation>未選定，仍列入</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>From</source>
        <translation>出自</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>採行決定</translation>
    </message>
    <message>
        <source>Latest progress</source>
        <translation>最近辦理情形</translation>
    </message>
    <message>
        <source>In report and agenda</source>
        <translation>報告及議程</translation>
    </message>
    <message>
        <source>Notice by</source>
        <translation>最後通知日</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>協議活動</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>來訪單位</translation>
    </message>
    <message>
        <source>To or from whom</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>Given the last time</source>
        <translation>上次致贈</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>接待單位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Our visits</source>
        <translation>我方往訪</translation>
    </message>
    <message>
        <source>Visits to us</source>
        <translation>對方來訪</translation>
    </message>
    <message>
        <source>Our talks</source>
        <translation>我方專題</translation>
    </message>
    <message>
        <source>Their talks</source>
        <translation>對方專題</translation>
    </message>
    <message>
        <source>We owe</source>
        <translation>我方未履行</translation>
    </message>
    <message>
        <source>They owe</source>
        <translation>對方未履行</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>致贈</translation>
    </message>
</context>
<context>
    <name>RelationsView</name>
    <message>
        <source>Take up</source>
        <translation>列入</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不列入</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Take up in report and agenda</source>
        <translation>列入報告及議程</translation>
    </message>
    <message>
        <source>Leave out of both</source>
        <translation>兩者均不列入</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>恢復為未選定</translation>
    </message>
    <message>
        <source>Add activity</source>
        <translation>新增協議活動</translation>
    </message>
    <message>
        <source>Earlier matters</source>
        <translation>前次事項</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>協議</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>協議活動</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>禮品</translation>
    </message>
    <message>
        <source>Visits to us</source>
        <translation>對方來訪</translation>
    </message>
    <message>
        <source>Year by year</source>
        <translation>逐年</translation>
    </message>
    <message>
        <source>Which part of the relations</source>
        <translation>往來之哪一部分</translation>
    </message>
    <message>
        <source>Add agreement</source>
        <translation>新增協議</translation>
    </message>
    <message>
        <source>Add gift</source>
        <translation>新增禮品</translation>
    </message>
    <message>
        <source>Add a visit to us</source>
        <translation>新增來訪</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier matter(s), {open} undecided</source>
        <translation>
            <numerusform>前次事項 %n 項，{open} 項未選定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 項</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Time used of the time there is for the report</source>
        <translation>報告期限已過去的時間</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Fit width or page</source>
        <translation>頁寬或整頁</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一個問題</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>撰寫</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一個問題</translation>
    </message>
    <message>
        <source>Make it final…</source>
        <translation>定稿…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 頁</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Final: %n left</source>
        <translation>
            <numerusform>定稿：尚有 %n 項</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Personal data falling due</source>
        <translation>屆期個人資料</translation>
    </message>
    <message>
        <source>Personal data…</source>
        <translation>個人資料…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>A person is needed until the last day of any journey or visit that names them, and by whoever last changed their record.</source>
        <translation>以提及此人的訪團或來訪最後一日，以及其資料最後異動日為最後需用日。</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Needed by nothing &amp;for</source>
        <translation>未再需用已逾(&amp;F)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Last needed</source>
        <translation>最後需用日</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>讀取中…</translation>
    </message>
</context>
<context>
    <name>RetouchCanvas</name>
    <message>
        <source>Picture to be retouched</source>
        <translation>待修整之圖片</translation>
    </message>
</context>
<context>
    <name>RetouchDialog</name>
    <message>
        <source>Retouch</source>
        <translation>修整</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁切</translation>
    </message>
    <message>
        <source>Blur a part</source>
        <translation>模糊局部</translation>
    </message>
    <message>
        <source>What is drawn on the picture</source>
        <translation>在圖上畫的是</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>左轉</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右轉</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>校平</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Take the last blur away</source>
        <translation>取消上一處模糊</translation>
    </message>
    <message>
        <source>Draw with the mouse, or move the frame by arrows, stretch it with Shift and take it with Enter.</source>
        <translation>以滑鼠畫框；或用方向鍵移動、加 Shift 伸縮、按 Enter 確定。</translation>
    </message>
</context>
<context>
    <name>ReviewActs</name>
    <message>
        <source>What was decided?</source>
        <translation>採行情形</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Comment on “{words}”</source>
        <translation>批註「{words}」</translation>
    </message>
    <message>
        <source>Comment on this part</source>
        <translation>批註本節</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>Send this version</source>
        <translation>送閱此稿</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送閱</translation>
    </message>
    <message>
        <source>Make it final</source>
        <translation>定稿</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>定稿</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) are open. Mend each, or accept it with a written reason.</source>
        <translation>
            <numerusform>尚有 %n 項意見。逐項改正，或敘明理由採認。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not final yet</source>
        <translation>尚不能定稿</translation>
    </message>
    <message>
        <source>To the problems</source>
        <translation>前往意見</translation>
    </message>
    <message>
        <source>Returned for correction</source>
        <translation>退回補正</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Without heading</source>
        <translation>無標題</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>沒有差異。</translation>
    </message>
    <message>
        <source>Changes since version {number}</source>
        <translation>與第 {number} 稿之差異</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Withheld from the public edition</source>
        <translation>公開版不列之內容</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Read an earlier report</source>
        <translation>讀取舊報告</translation>
    </message>
    <message>
        <source>Take into</source>
        <translation>匯入至</translation>
    </message>
    <message>
        <source>The text as read</source>
        <translation>讀到的原文</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>讀出的資料</translation>
    </message>
    <message>
        <source>A new delegation</source>
        <translation>新訪團</translation>
    </message>
    <message>
        <source>contradictions: {count}</source>
        <translation>矛盾：{count}處</translation>
    </message>
    <message>
        <source>missing: {what}</source>
        <translation>缺：{what}</translation>
    </message>
    <message>
        <source>background article: {who}; {permission}: {asked}</source>
        <translation>背景文章：{who}；{permission}：{asked}</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>More</source>
        <translation>補充</translation>
    </message>
    <message>
        <source>In the store</source>
        <translation>資料檔中</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>check</source>
        <translation>待查</translation>
    </message>
    <message>
        <source>Accept or drop</source>
        <translation>採用或捨棄</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Join with…</source>
        <translation>合併…</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>{doubt}: {what}</source>
        <translation>{doubt}：{what}</translation>
    </message>
    <message>
        <source>{taken} of {all} will be imported.</source>
        <translation>將匯入{taken}筆（共{all}筆）。</translation>
    </message>
    <message>
        <source>Accept at least one finding first.</source>
        <translation>請先採用至少一筆。</translation>
    </message>
</context>
<context>
    <name>ReviewFoot</name>
    <message>
        <source>Send…</source>
        <translation>送閱…</translation>
    </message>
    <message>
        <source>Returned…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Final…</source>
        <translation>定稿…</translation>
    </message>
    <message>
        <source>No version was sent yet</source>
        <translation>尚未送閱</translation>
    </message>
    <message>
        <source>Version {number} is final, {day}</source>
        <translation>第 {number} 稿已定稿，{day}</translation>
    </message>
    <message>
        <source>Version {number} was returned on {day}</source>
        <translation>第 {number} 稿於 {day} 退回</translation>
    </message>
    <message>
        <source>Version {number}, sent {day}</source>
        <translation>第 {number} 稿，{day} 送閱</translation>
    </message>
    <message>
        <source>Comments {count}</source>
        <translation>批註 {count}</translation>
    </message>
    <message>
        <source>Withheld {count}</source>
        <translation>公開版不列 {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since version {number}</source>
        <translation>
            <numerusform>與第 {number} 稿差異 %n 處</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review round</source>
        <translation>半年檢討</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>沒有待檢討事項</translation>
    </message>
    <message>
        <source>Every recommendation is settled and every follow-up closed.</source>
        <translation>建議均已決定，追蹤均已結案。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>承辦</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>{answered}/{count} answered</source>
        <translation>已填 {answered}／{count}</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>State</source>
        <translation>現況</translation>
    </message>
    <message>
        <source>Latest progress</source>
        <translation>最近辦理情形</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>追蹤事項</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>照舊</translation>
    </message>
</context>
<context>
    <name>RipplePanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>逐項選擇</translation>
    </message>
    <message>
        <source>Apply all</source>
        <translation>全部套用</translation>
    </message>
    <message>
        <source>Before it is moved</source>
        <translation>移動前先看</translation>
    </message>
    <message>
        <source>Before it is done</source>
        <translation>變動前先看</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n</source>
        <translation>
            <numerusform>套用 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>改用</translation>
    </message>
    <message>
        <source>At {time} nothing clashes</source>
        <translation>改到 {time} 不衝突</translation>
    </message>
    <message>
        <source>Would clash</source>
        <translation>會衝突</translation>
    </message>
    <message>
        <source>Would be mended</source>
        <translation>會解決</translation>
    </message>
    <message>
        <source>It breaks nothing and concerns nobody.</source>
        <translation>不影響其他行程，也無須告知任何人。</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>改為</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>將變動</translation>
    </message>
    <message>
        <source>Would be touched</source>
        <translation>會牽動</translation>
    </message>
    <message>
        <source>after {stop}</source>
        <translation>在{stop}之後</translation>
    </message>
    <message>
        <source>The way cannot be reckoned</source>
        <translation>無法估轉場時間</translation>
    </message>
    <message>
        <source>Places without coordinates; fill them in on the map</source>
        <translation>地點缺座標；在地圖填入後重算</translation>
    </message>
    <message>
        <source>Copy drafts</source>
        <translation>複製草稿</translation>
    </message>
    <message>
        <source>A few lines for each, to be pasted into a letter</source>
        <translation>每人數行，可貼入信件；不會自動寄出</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>須告知</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>團員 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation>
            <numerusform>%n 項衝突</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended</source>
        <translation>
            <numerusform>%n 項解決</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be told</source>
        <translation>
            <numerusform>須告知 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>RippleWords</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>whole delegation</source>
        <translation>全團</translation>
    </message>
    <message>
        <source>{after} min before {stop}</source>
        <translation>{stop}前有 {after} 分</translation>
    </message>
    <message>
        <source>Before {stop}: {before} min becomes {after} min</source>
        <translation>{stop}前空檔 {before} 分變 {after} 分</translation>
    </message>
    <message>
        <source>{times}, {room}</source>
        <translation>{times}，{room}</translation>
    </message>
    <message>
        <source>without a time</source>
        <translation>未定時間</translation>
    </message>
    <message>
        <source>the journey ends on {day}</source>
        <translation>行程到 {day} 結束</translation>
    </message>
    <message>
        <source>new, {after}</source>
        <translation>新增，{after}</translation>
    </message>
    <message>
        <source>another place in the order</source>
        <translation>順序調整</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}：{what}</translation>
    </message>
</context>
<context>
    <name>RouteMap</name>
    <message>
        <source>Map of the route</source>
        <translation>路線圖</translation>
    </message>
    <message numerus="yes">
        <source>%n leg(s), listed beside the map</source>
        <translation>
            <numerusform>%n 段，列於地圖旁</numerusform>
        </translation>
    </message>
    <message>
        <source>Outlines: Natural Earth</source>
        <translation>底圖：Natural Earth</translation>
    </message>
    <message>
        <source>{day}, {name}, {km} km</source>
        <translation>{day}，{name}，{km} 公里</translation>
    </message>
</context>
<context>
    <name>RoutePage</name>
    <message>
        <source>Legs of the route</source>
        <translation>路線各段</translation>
    </message>
    <message>
        <source>No places yet</source>
        <translation>尚無地點</translation>
    </message>
    <message>
        <source>Stops with coordinates are drawn here; towns can be filled in by name.</source>
        <translation>有座標之行程會畫在這裡；可依地名填入城鎮座標。</translation>
    </message>
    <message>
        <source>Leg</source>
        <translation>路段</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>{km} km</source>
        <translation>{km} 公里</translation>
    </message>
    <message>
        <source>Open stop</source>
        <translation>開啟行程</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Whole route</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>{km} km in all</source>
        <translation>全程 {km} 公里</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message numerus="yes">
        <source>%n without coordinates</source>
        <translation>
            <numerusform>%n 處缺座標</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Export table…</source>
        <translation>匯出表格…</translation>
    </message>
    <message>
        <source>Print table…</source>
        <translation>列印表格…</translation>
    </message>
    <message>
        <source>Copy as text and table</source>
        <translation>複製為文字與表格</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>欄位…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
</context>
<context>
    <name>SeminarActions</name>
    <message>
        <source>Add talk</source>
        <translation>新增專題</translation>
    </message>
    <message>
        <source>Add session or break</source>
        <translation>新增場次或休息</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change seminar</source>
        <translation>修改研討會</translation>
    </message>
    <message>
        <source>Live on the day</source>
        <translation>當日現場</translation>
    </message>
    <message>
        <source>Previous talk</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Next talk</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>SeminarActs</name>
    <message>
        <source>Change seminar</source>
        <translation>修改研討會</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Add session or break</source>
        <translation>新增場次或休息</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change session</source>
        <translation>修改場次</translation>
    </message>
    <message>
        <source>Add talk</source>
        <translation>新增專題</translation>
    </message>
    <message>
        <source>Change talk</source>
        <translation>修改專題</translation>
    </message>
    <message>
        <source>in its turn</source>
        <translation>依序</translation>
    </message>
    <message>
        <source>Change promise</source>
        <translation>修改承諾</translation>
    </message>
    <message>
        <source>Change question</source>
        <translation>修改提問</translation>
    </message>
</context>
<context>
    <name>SeminarForm</name>
    <message>
        <source>Chinese; English</source>
        <translation>中文、英語</translation>
    </message>
</context>
<context>
    <name>SeminarHead</name>
    <message>
        <source>Change seminar</source>
        <translation>修改研討會</translation>
    </message>
    <message>
        <source>Seminar shown</source>
        <translation>顯示的研討會</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
</context>
<context>
    <name>SeminarView</name>
    <message>
        <source>Talk before, after</source>
        <translation>上一篇、下一篇</translation>
    </message>
    <message>
        <source>Take down</source>
        <translation>記下</translation>
    </message>
    <message>
        <source>Answer, change</source>
        <translation>填答覆、修改</translation>
    </message>
    <message>
        <source>Move 5 min or in order</source>
        <translation>移 5 分或調順序</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>調順序</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Add talk</source>
        <translation>新增專題</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>現場</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>依序</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>依時間</translation>
    </message>
    <message>
        <source>Way to look at the seminar</source>
        <translation>研討會的看法</translation>
    </message>
    <message>
        <source>No talk yet</source>
        <translation>還沒有專題</translation>
    </message>
    <message>
        <source>Talks stand here in their order, and on the time axis once a time is known.</source>
        <translation>專題依序列在這裡；有了時間，就排上時間軸。</translation>
    </message>
    <message numerus="yes">
        <source>%n talk(s), {timed} with a time</source>
        <translation>
            <numerusform>專題 %n 篇，{timed} 篇已排時間</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeminarWays</name>
    <message>
        <source>Talks by time</source>
        <translation>依時間排列的專題</translation>
    </message>
    <message>
        <source>Talks in order</source>
        <translation>依序排列的專題</translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>Morning session, Coffee</source>
        <translation>上午場、茶敘</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>依桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>亮色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色彩</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>一般大小</translation>
    </message>
    <message>
        <source>Your agency</source>
        <translation>服務機關</translation>
    </message>
    <message>
        <source>As it signs its letters</source>
        <translation>與公文署名相同</translation>
    </message>
    <message>
        <source>Tell by the desktop what is due</source>
        <translation>由桌面通知到期事項</translation>
    </message>
    <message>
        <source>Once a day, where something is late or due; the window tells it anyway.</source>
        <translation>每天一次，有逾期或到期時才通知；視窗內一律會顯示。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>New delegations</source>
        <translation>新訪團</translation>
    </message>
    <message>
        <source>Leads each new delegation</source>
        <translation>帶入新訪團的主辦機關</translation>
    </message>
    <message>
        <source>&amp;Your agency</source>
        <translation>服務機關(&amp;Y)</translation>
    </message>
    <message>
        <source>Its chapters, cover, limits and days; each delegation may have another</source>
        <translation>帶入章節、封面、篇幅與期限；各訪團可另選</translation>
    </message>
    <message>
        <source>&amp;Report profile</source>
        <translation>報告格式(&amp;R)</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Second folder of backups</source>
        <translation>第二備份資料夾</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Choose the second folder of backups</source>
        <translation>選擇第二備份資料夾</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不設</translation>
    </message>
    <message>
        <source>No second folder of backups</source>
        <translation>不設第二備份資料夾</translation>
    </message>
    <message>
        <source>None: choose a stick or a share for one more copy a day</source>
        <translation>未設定：選隨身碟或網路磁碟，每日多存一份</translation>
    </message>
    <message>
        <source>{folder} is not there now; it gets its copy when it is back</source>
        <translation>{folder} 目前不在，接上後即補存備份</translation>
    </message>
</context>
<context>
    <name>SeveralForm</name>
    <message>
        <source>Leave as it is</source>
        <translation>維持原狀</translation>
    </message>
    <message>
        <source>Empty leaves it as it is</source>
        <translation>空白則維持原狀</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>不列優先</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>承辦</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>SeveralInput</name>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ShelfList</name>
    <message>
        <source>Shelf</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>相片</translation>
    </message>
    <message>
        <source>Shelves</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>全部相片</translation>
    </message>
    <message>
        <source>To be placed</source>
        <translation>待歸類</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>In the report</source>
        <translation>報告之圖</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys and shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>各處通用</translation>
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
<context>
    <name>SourceForm</name>
    <message>
        <source>2015, 2015-05 or 104/5/12</source>
        <translation>2015、2015-05 或 104/5/12</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Where</source>
        <translation>出處</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>提供</translation>
    </message>
    <message>
        <source>Listed</source>
        <translation>列入</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation>還沒有來源</translation>
    </message>
    <message>
        <source>Add what was read, or attach what the store has; facts follow from it.</source>
        <translation>新增讀過的資料，或列入已有的來源；資料由此而來。</translation>
    </message>
</context>
<context>
    <name>StagedRowsDialog</name>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>left</source>
        <translation>不採用</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>比對</translation>
    </message>
</context>
<context>
    <name>StagingDialog</name>
    <message>
        <source>Import {file}</source>
        <translation>匯入{file}</translation>
    </message>
    <message>
        <source>What the file tells</source>
        <translation>檔案內容</translation>
    </message>
    <message>
        <source>Take or leave</source>
        <translation>採用或略過</translation>
    </message>
    <message>
        <source>Take the file’s value</source>
        <translation>採用檔案的內容</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>沒有可匯入的資料。</translation>
    </message>
    <message>
        <source>{field}: {stays} stays, not {goes}</source>
        <translation>{field}：保留{stays}，不採{goes}</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Delegation Planner</source>
        <translation>訪團規劃</translation>
    </message>
    <message>
        <source>Opening the store. After an update of the program it is copied and brought up to date first, which may take a minute.</source>
        <translation>正在開啟資料庫。程式更新後首次開啟，會先備份並升級資料庫，約需一分鐘。</translation>
    </message>
</context>
<context>
    <name>StartInput</name>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>StopForm</name>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
</context>
<context>
    <name>StopList</name>
    <message>
        <source>Stops by day</source>
        <translation>逐日行程</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Untimed</source>
        <translation>時刻未定</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>接待單位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>StopPanel</name>
    <message>
        <source>Stop</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New stop</source>
        <translation>新增行程</translation>
    </message>
</context>
<context>
    <name>StopTable</name>
    <message>
        <source>Stops</source>
        <translation>行程表</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>接待單位</translation>
    </message>
    <message>
        <source>People met</source>
        <translation>會見人員</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地點</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>StopWords</name>
    <message>
        <source>Untimed</source>
        <translation>時刻未定</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>接續</translation>
    </message>
    <message>
        <source>Only {names}</source>
        <translation>僅{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Was {time}</source>
        <translation>原 {time}</translation>
    </message>
    <message>
        <source>Was here</source>
        <translation>原處</translation>
    </message>
    <message>
        <source>Overlap {minutes} min</source>
        <translation>重疊 {minutes} 分</translation>
    </message>
    <message>
        <source>Free {minutes} min</source>
        <translation>空檔 {minutes} 分</translation>
    </message>
</context>
<context>
    <name>StoreDialog</name>
    <message>
        <source>Open a store</source>
        <translation>開啟資料庫</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>&amp;Address of the server&apos;s store</source>
        <translation>伺服器資料庫的位址(&amp;A)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密碼(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keep it in the system&apos;s keyring</source>
        <translation>記在系統的金鑰圈(&amp;K)</translation>
    </message>
    <message>
        <source>A file of my own…</source>
        <translation>自己的檔案…</translation>
    </message>
    <message>
        <source>Choose a store</source>
        <translation>選擇資料庫</translation>
    </message>
    <message>
        <source>Stores (*.sqlite)</source>
        <translation>資料庫 (*.sqlite)</translation>
    </message>
    <message>
        <source>Write it as {example}.</source>
        <translation>請寫成 {example}。</translation>
    </message>
    <message>
        <source>Leave the password out; it is asked for.</source>
        <translation>請勿包含密碼；程式會另行詢問。</translation>
    </message>
</context>
<context>
    <name>StoreWork</name>
    <message>
        <source>Waiting for other work to end…</source>
        <translation>正等候其他工作結束…</translation>
    </message>
</context>
<context>
    <name>TableExportDialog</name>
    <message>
        <source>Export the table “{name}”</source>
        <translation>匯出表格「{name}」</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存為…</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel 活頁簿（.xlsx）</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>表格（.csv）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Only the rows that are chosen</source>
        <translation>僅匯出已選取的列</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns, as the table shows them.</source>
        <translation>依畫面所示，共 {rows} 列、{columns} 欄。</translation>
    </message>
    <message>
        <source>There is no row to export.</source>
        <translation>沒有可匯出的列。</translation>
    </message>
    <message>
        <source>The file is being written.</source>
        <translation>檔案寫入中。</translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation>正在寫出表格</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已存為 {path}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation>無法寫入 {path}：{reason}。請選擇其他位置。</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>{heading}, second line</source>
        <translation>{heading}（第二行）</translation>
    </message>
</context>
<context>
    <name>TablePreview</name>
    <message>
        <source>Only the rows that are chosen</source>
        <translation>僅選取的列</translation>
    </message>
    <message>
        <source>The pages are being set.</source>
        <translation>頁面排版中。</translation>
    </message>
    <message>
        <source>Setting the pages</source>
        <translation>正在排版</translation>
    </message>
    <message>
        <source>There is no row to print.</source>
        <translation>沒有可列印的列。</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>Add photos</source>
        <translation>加入相片</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>圖片（{endings}）</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>加入相片資料夾</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>讀取相片</translation>
    </message>
</context>
<context>
    <name>TalkForm</name>
    <message>
        <source>Empty: it follows the talk before it</source>
        <translation>不填則接在前一篇之後</translation>
    </message>
</context>
<context>
    <name>TalkTable</name>
    <message>
        <source>No.</source>
        <translation>序</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>留存</translation>
    </message>
</context>
<context>
    <name>Tellings</name>
    <message>
        <source>Saved as {path}</source>
        <translation>已存為 {path}</translation>
    </message>
    <message>
        <source>“{file}” holds nothing that the store has not; it was set aside.</source>
        <translation>「{file}」並無資料庫所無之內容，已移至一旁。</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合併…</translation>
    </message>
    <message>
        <source>A syncing service laid “{file}” beside the store: both were changed.</source>
        <translation>同步服務在資料庫旁放了「{file}」：兩份都有更動。</translation>
    </message>
    <message>
        <source>Show Today</source>
        <translation>前往今日</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>復原(&amp;U)：{what}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: {what}</source>
        <translation>重做(&amp;R)：{what}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Save as template</source>
        <translation>存為範本</translation>
    </message>
    <message>
        <source>New from template</source>
        <translation>依範本新增</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Templates (*.planner)</source>
        <translation>範本 (*.planner)</translation>
    </message>
</context>
<context>
    <name>ThreadBand</name>
    <message>
        <source>Objective</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Itinerary</source>
        <translation>行程</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>心得</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>追蹤</translation>
    </message>
</context>
<context>
    <name>ThreadSection</name>
    <message>
        <source>Thread as a table</source>
        <translation>脈絡表</translation>
    </message>
    <message>
        <source>Only holes</source>
        <translation>只看斷點</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Way to look at the thread</source>
        <translation>脈絡檢視方式</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Fill the hole</source>
        <translation>補斷點</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>脈絡</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>所見</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承諾</translation>
    </message>
    <message>
        <source>Hole</source>
        <translation>斷點</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>來自</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>通往</translation>
    </message>
    <message numerus="yes">
        <source>%n hole(s)</source>
        <translation>
            <numerusform>%n 處斷點</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>無斷點</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Thread from objective to follow-up</source>
        <translation>由目的到追蹤的脈絡</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Follow-ups on a time axis</source>
        <translation>追蹤時間軸</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>承辦</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Due day</source>
        <translation>改期限</translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation>沒有待辦</translation>
    </message>
    <message>
        <source>Due days of follow-ups, shares of work and reports appear here.</source>
        <translation>追蹤、分工與報告的期限會列在這裡。</translation>
    </message>
    <message>
        <source>Report due</source>
        <translation>報告期限</translation>
    </message>
    <message>
        <source>Next departure</source>
        <translation>下次出發</translation>
    </message>
    <message>
        <source>Export calendar</source>
        <translation>匯出日曆</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s), number {place}: {delegation}</source>
        <translation>
            <numerusform>%Ln 件，第 {place} 件：{delegation}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>The server is there again.</source>
        <translation>伺服器已恢復連線。</translation>
    </message>
    <message>
        <source>The server cannot be reached. What you type stays here; the program goes on trying.</source>
        <translation>無法連上伺服器。您輸入的內容會保留在此，程式會繼續嘗試連線。</translation>
    </message>
    <message>
        <source>Also here: {names}</source>
        <translation>同時開啟者：{names}</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Tour of the window</source>
        <translation>視窗導覽</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>TracesDialog</name>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Photos go along as copies without position, camera or serial number. Keep these only where the file stays in the office, or comes back to be merged.</source>
        <translation>相片以不含拍攝位置、相機及序號之複本附上。檔案留在機關內或日後要合併回來時，才需保留。</translation>
    </message>
    <message>
        <source>With positions and all that cameras wrote</source>
        <translation>保留拍攝位置及相機寫入之資料</translation>
    </message>
</context>
<context>
    <name>TypedDialog</name>
    <message>
        <source>Text that was not stored yet</source>
        <translation>尚未儲存之文字</translation>
    </message>
    <message>
        <source>Done with it</source>
        <translation>處理完畢</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍後再說</translation>
    </message>
    <message>
        <source>The program ended while this was being typed. Everything stored before is safe. Copy what you need and paste it where it belongs.</source>
        <translation>程式於輸入時中斷。先前已儲存者皆無虞；請複製所需文字，貼回原處。</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部複製</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>複製{name}</translation>
    </message>
</context>
<context>
    <name>UnopenedDialog</name>
    <message>
        <source>Choose another store…</source>
        <translation>選擇其他資料庫…</translation>
    </message>
    <message>
        <source>The store could not be opened</source>
        <translation>無法開啟資料庫</translation>
    </message>
    <message>
        <source>Restore the copy</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>The latest copy is of {when}. The damaged file is kept beside it.</source>
        <translation>最近的備份為 {when}。損壞的檔案會留存在旁。</translation>
    </message>
    <message>
        <source>The copy is checked and put in place. Please wait.</source>
        <translation>正在檢查備份並還原，請稍候。</translation>
    </message>
</context>
<context>
    <name>ValueChoiceForm</name>
    <message>
        <source>Which value holds</source>
        <translation>採哪一值</translation>
    </message>
    <message>
        <source>Kept in the notes of the organisation.</source>
        <translation>記入機關備註。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the programme</source>
        <translation>日程版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Keep the programme as you send it out: later it tells what changed, and for whom.</source>
        <translation>寄出日程時存一版，日後即可得知有何變動、應通知何人。</translation>
    </message>
    <message>
        <source>Keep as</source>
        <translation>存版名稱</translation>
    </message>
    <message>
        <source>The programme as it is sent out</source>
        <translation>寄出之日程</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>存版</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>By</source>
        <translation>存版人</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>關係</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>Kept versions</source>
        <translation>已存版本</translation>
    </message>
    <message>
        <source>Who is to be told</source>
        <translation>應通知者</translation>
    </message>
    <message>
        <source>Nothing has changed since this version.</source>
        <translation>自此版本以來沒有變動。</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>信稿</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>複製信稿</translation>
    </message>
    <message>
        <source>Save the drafts…</source>
        <translation>儲存信稿…</translation>
    </message>
    <message>
        <source>Folder for the drafts</source>
        <translation>信稿資料夾</translation>
    </message>
</context>
<context>
    <name>WelcomeDialog</name>
    <message>
        <source>Welcome to the Delegation Planner</source>
        <translation>歡迎使用訪團規劃</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>離開</translation>
    </message>
    <message>
        <source>From why one travels to what became of it: one thread for every delegation.</source>
        <translation>從為什麼去，到後來怎麼樣：每個訪團一條脈絡。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Each paper may still be made in either language.</source>
        <translation>每份文件仍可另選語言製作。</translation>
    </message>
    <message>
        <source>Which language?</source>
        <translation>用哪種語言？</translation>
    </message>
    <message>
        <source>Your agency</source>
        <translation>服務機關</translation>
    </message>
    <message>
        <source>As it signs its letters</source>
        <translation>與公文署名相同</translation>
    </message>
    <message>
        <source>The profile brings the chapters, the cover, the limits and the days by which a report is due. Each delegation may have another.</source>
        <translation>格式決定章節、封面、字數與報告期限。每個訪團可另選格式。</translation>
    </message>
    <message>
        <source>For whom do you travel?</source>
        <translation>您為哪個機關出訪？</translation>
    </message>
    <message>
        <source>&amp;Your agency</source>
        <translation>服務機關(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Report profile</source>
        <translation>報告格式(&amp;R)</translation>
    </message>
    <message>
        <source>With the sample</source>
        <translation>帶入範例</translation>
    </message>
    <message>
        <source>A delegation of 2015 with its itinerary, seminar, outcomes and report: to look round in and to try everything. One undo takes it away again.</source>
        <translation>2015 年的一個訪團，含行程、研討會、成果與報告，可隨意查看與試用。復原一次就能移除。</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空白開始</translation>
    </message>
    <message>
        <source>With nothing but your own first delegation. The sample can be had later.</source>
        <translation>從您的第一個訪團開始。範例之後仍可從「說明」選單帶入。</translation>
    </message>
    <message>
        <source>Everything stays on this machine.</source>
        <translation>所有資料都只存在這部電腦。</translation>
    </message>
    <message>
        <source>How do you begin?</source>
        <translation>如何開始？</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>開始</translation>
    </message>
</context>
<context>
    <name>WhenInput</name>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>8/18</source>
        <translation>8/18</translation>
    </message>
    <message>
        <source>Only the day</source>
        <translation>只知日期</translation>
    </message>
    <message>
        <source>Clock time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>What is known of the time</source>
        <translation>已知的時間</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時區</translation>
    </message>
    <message>
        <source>Time zone of the arrival</source>
        <translation>抵達地時區</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>迄日</translation>
    </message>
    <message>
        <source>Same day</source>
        <translation>同日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
</context>
<context>
    <name>WindowFiles</name>
    <message>
        <source>Whole store</source>
        <translation>整個資料庫</translation>
    </message>
</context>
<context>
    <name>WorkShareForm</name>
    <message>
        <source>104/8/17 or 2015-08-17</source>
        <translation>104/8/17 或 2015-08-17</translation>
    </message>
</context>
<context>
    <name>WorkShareTable</name>
    <message>
        <source>Division of work</source>
        <translation>分工</translation>
    </message>
</context>
<context>
    <name>WritingTools</name>
    <message>
        <source>Numbered item</source>
        <translation>編號項目</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>粗體</translation>
    </message>
    <message>
        <source>Emphasis</source>
        <translation>強調</translation>
    </message>
    <message>
        <source>Item without number</source>
        <translation>項目符號</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>註腳</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Mark as finding</source>
        <translation>標為心得</translation>
    </message>
    <message>
        <source>Mark as recommendation</source>
        <translation>標為建議</translation>
    </message>
    <message>
        <source>Mark as promise</source>
        <translation>標為承諾</translation>
    </message>
    <message>
        <source>Internal paragraph</source>
        <translation>內部段落</translation>
    </message>
    <message>
        <source>Fill from the records…</source>
        <translation>由紀錄帶入…</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>批註…</translation>
    </message>
    <message>
        <source>Insert reference</source>
        <translation>插入引用</translation>
    </message>
    <message>
        <source>Put the writing right here</source>
        <translation>改正此處</translation>
    </message>
    <message>
        <source>Put the writing right in this part</source>
        <translation>改正本節</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>尋找與取代</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>找下一個</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>找上一個</translation>
    </message>
    <message>
        <source>See the page</source>
        <translation>看該頁</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一個問題</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>上一個問題</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>下一節</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>上一節</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>欄名</translation>
    </message>
</context>
<context>
    <name>WritingTotals</name>
    <message>
        <source>Summary {summary}, this part {here}, report {whole} characters</source>
        <translation>摘要 {summary} 字，本節 {here} 字，全文 {whole} 字</translation>
    </message>
    <message>
        <source>Summary {summary} ({least}–{most}), this part {here}, report {whole} characters</source>
        <translation>摘要 {summary} 字（限 {least}–{most}），本節 {here} 字，全文 {whole} 字</translation>
    </message>
</context>
<context>
    <name>WritingView</name>
    <message>
        <source>Reference</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>See the page</source>
        <translation>看該頁</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一個問題</translation>
    </message>
    <message>
        <source>Mark as promise</source>
        <translation>標為承諾</translation>
    </message>
    <message>
        <source>From the records</source>
        <translation>由紀錄更新</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>What may be referred to</source>
        <translation>可引用之項目</translation>
    </message>
</context>
<context>
    <name>_Callout</name>
    <message>
        <source>Leave</source>
        <translation>離開</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
</context>
<context>
    <name>_PointRow</name>
    <message>
        <source>Kind of contact</source>
        <translation>聯絡方式類別</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>號碼或地址</translation>
    </message>
    <message>
        <source>Note on this contact</source>
        <translation>聯絡方式備註</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Remove this contact</source>
        <translation>移除這個聯絡方式</translation>
    </message>
</context>
</TS>
