<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Bearings</name>
    <message numerus="yes">
        <source>%n open problem(s)</source>
        <translation>
            <numerusform>%n open problem</numerusform>
            <numerusform>%n open problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>%n more: search, filter or take the list</source>
        <translation>
            <numerusform>%n more: search, filter or take the list</numerusform>
            <numerusform>%n more: search, filter or take the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BriefingView</name>
    <message numerus="yes">
        <source>%n fact(s), {twice} with two values</source>
        <translation>
            <numerusform>%n fact, {twice} with two values</numerusform>
            <numerusform>%n facts, {twice} with two values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CamerasDialog</name>
    <message numerus="yes">
        <source>%n position(s) propose it</source>
        <translation>
            <numerusform>%n position proposes it</numerusform>
            <numerusform>%n positions propose it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactFaces</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsView</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with two values</source>
        <translation>
            <numerusform>%n with two values</numerusform>
            <numerusform>%n with two values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful</source>
        <translation>
            <numerusform>%n doubtful</numerusform>
            <numerusform>%n doubtful</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a profile</source>
        <translation>
            <numerusform>%n without a profile</numerusform>
            <numerusform>%n without a profile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>%n organisation</numerusform>
            <numerusform>%n organisations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayHeads</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DelegationListView</name>
    <message numerus="yes">
        <source>%Ln delegation(s)</source>
        <translation>
            <numerusform>%Ln delegation</numerusform>
            <numerusform>%Ln delegations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DelegationPage</name>
    <message numerus="yes">
        <source>%n hole(s) in the thread</source>
        <translation>
            <numerusform>%n hole in the thread</numerusform>
            <numerusform>%n holes in the thread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doubles</name>
    <message numerus="yes">
        <source>%n pair(s) may be the same</source>
        <translation>
            <numerusform>%n pair may be the same</numerusform>
            <numerusform>%n pairs may be the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} in %n part(s)</source>
        <translation>
            <numerusform>{count} in %n part</numerusform>
            <numerusform>{count} in %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpActs</name>
    <message numerus="yes">
        <source>%n follow-up(s)</source>
        <translation>
            <numerusform>%n follow-up</numerusform>
            <numerusform>%n follow-ups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUpView</name>
    <message numerus="yes">
        <source>%n follow-up(s), {open} open</source>
        <translation>
            <numerusform>%n follow-up, {open} open</numerusform>
            <numerusform>%n follow-ups, {open} open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItineraryView</name>
    <message numerus="yes">
        <source>%n stop(s); solid: clock time, dashed: part of day</source>
        <translation>
            <numerusform>%n stop; solid: clock time, dashed: part of day</numerusform>
            <numerusform>%n stops; solid: clock time, dashed: part of day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOutBar</name>
    <message numerus="yes">
        <source>%n file(s) need a look</source>
        <translation>
            <numerusform>%n file needs a look</numerusform>
            <numerusform>%n files need a look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were here already</source>
        <translation>
            <numerusform>%n photo was here already</numerusform>
            <numerusform>%n photos were here already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MasterList</name>
    <message numerus="yes">
        <source>Reading %n name(s)…</source>
        <translation>
            <numerusform>Reading %n name…</numerusform>
            <numerusform>Reading %n names…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NightBand</name>
    <message numerus="yes">
        <source>%n night(s)</source>
        <translation>
            <numerusform>%n night</numerusform>
            <numerusform>%n nights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObjectiveTable</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganisationView</name>
    <message numerus="yes">
        <source>%n more in the table</source>
        <translation>
            <numerusform>%n more in the table</numerusform>
            <numerusform>%n more in the table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageLists</name>
    <message numerus="yes">
        <source>%n, drag to change the precedence</source>
        <translation>
            <numerusform>%n member, drag to change the precedence</numerusform>
            <numerusform>%n members, drag to change the precedence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s), {done} done</source>
        <translation>
            <numerusform>%n share, {done} done</numerusform>
            <numerusform>%n shares, {done} done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonalDataDialog</name>
    <message numerus="yes">
        <source>%n change(s) in the history</source>
        <translation>
            <numerusform>%n change in the history</numerusform>
            <numerusform>%n changes in the history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) hold this too, until they are deleted</source>
        <translation>
            <numerusform>%n backup holds this too, until it is deleted</numerusform>
            <numerusform>%n backups hold this too, until they are deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosView</name>
    <message numerus="yes">
        <source>%n photo(s), {figures} figures</source>
        <translation>
            <numerusform>%n photo, {figures} figures</numerusform>
            <numerusform>%n photos, {figures} figures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanActions</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n</numerusform>
            <numerusform>%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message numerus="yes">
        <source>%n parties</source>
        <translation>
            <numerusform>%n party</numerusform>
            <numerusform>%n parties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelationsView</name>
    <message numerus="yes">
        <source>%n earlier matter(s), {open} undecided</source>
        <translation>
            <numerusform>%n earlier matter, {open} undecided</numerusform>
            <numerusform>%n earlier matters, {open} undecided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Final: %n left</source>
        <translation>
            <numerusform>Final: %n left</numerusform>
            <numerusform>Final: %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewActs</name>
    <message numerus="yes">
        <source>%n problem(s) are open. Mend each, or accept it with a written reason.</source>
        <translation>
            <numerusform>%n problem is open. Mend it, or accept it with a written reason.</numerusform>
            <numerusform>%n problems are open. Mend each, or accept it with a written reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewFoot</name>
    <message numerus="yes">
        <source>%n change(s) since version {number}</source>
        <translation>
            <numerusform>%n change since version {number}</numerusform>
            <numerusform>%n changes since version {number}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RipplePanel</name>
    <message numerus="yes">
        <source>Apply %n</source>
        <translation>
            <numerusform>Apply %n</numerusform>
            <numerusform>Apply %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation>
            <numerusform>%n clash</numerusform>
            <numerusform>%n clashes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mended</source>
        <translation>
            <numerusform>%n mended</numerusform>
            <numerusform>%n mended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be told</source>
        <translation>
            <numerusform>%n to be told</numerusform>
            <numerusform>%n to be told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RouteMap</name>
    <message numerus="yes">
        <source>%n leg(s), listed beside the map</source>
        <translation>
            <numerusform>%n leg, listed beside the map</numerusform>
            <numerusform>%n legs, listed beside the map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoutePage</name>
    <message numerus="yes">
        <source>%n without coordinates</source>
        <translation>
            <numerusform>%n without coordinates</numerusform>
            <numerusform>%n without coordinates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeminarView</name>
    <message numerus="yes">
        <source>%n talk(s), {timed} with a time</source>
        <translation>
            <numerusform>%n talk, {timed} with a time</numerusform>
            <numerusform>%n talks, {timed} with a time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreadSection</name>
    <message numerus="yes">
        <source>%n hole(s)</source>
        <translation>
            <numerusform>%n hole</numerusform>
            <numerusform>%n holes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s), number {place}: {delegation}</source>
        <translation>
            <numerusform>%Ln item, number {place}: {delegation}</numerusform>
            <numerusform>%Ln items, number {place}: {delegation}</numerusform>
        </translation>
    </message>
</context>
</TS>
