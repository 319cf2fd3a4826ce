//! Files and letters: sending, what is read in a file before it is taken, what was received.

use crate::analysis::words::labels::catalogue;

catalogue! {
    CHOOSE_FILE: "选择文件", "Choose file";
    BACKUP_SAVED:
        "备份在「下载」文件夹：{file}。请再放一份到别处，例如 U 盘。",
        "The backup is in Downloads: {file}. Keep another copy elsewhere, such as on a USB stick.";
    TODAY: "今天", "today";

    OR_AS_ANOTHER:
        "收下后仍缺的内容，可以连同其余的作为另一个项目打开，编号从头来；对方以后发来的文件合不进那个项目，请改把那个项目发给大家。",
        "What would be left out can be opened with the rest as another project, numbered anew; their later files cannot be taken there, so send everybody that project instead.";
    SAVE_READ_PART: "只存读得出来的部分", "Save what could be read";
    BACKUP_PART:
        "只存下了读得出来的部分：{file}。它不完整，没有算作备份。",
        "Saved only what could be read: {file}. It is not complete and does not count as a backup.";
    SAVED_WITHOUT_FEEDBACK:
        "这份不带别人的反馈，所以不是整个项目。",
        "This file leaves out others' feedback, so it is not the whole project.";
    HOLDS_PART: "内容没有读全：这个文件只有读得出来的部分，不算备份。", "Not everything could be read: this file holds a part and is no backup.";
    NOTHING_NEW_BUT:
        "这份文件里的内容您都收过了，但后来在这里有删有改，见下面。",
        "You took everything in this file before, but some of it was deleted or changed here since; see below.";
    GONE_HERE:
        "这份文件里有 {n} 项后来在这里删掉了，现在在回收站里：",
        "{n} {n|entry|entries} of this file {n|was|were} deleted here since and {n|is|are} in the recycle bin:";
    RESTORE_N: "恢复这 {n} 项", "Restore {n}";
    RESTORED_N: "已恢复 {n} 项。", "Restored {n} {n|entry|entries}.";
    OVERRULED_HERE:
        "这份文件里有 {n} 处后来在这里改过，现在是后来的内容。文件里的旧内容没有丢，在每张单子的「修改记录」里。",
        "{n} {n|place|places} of this file {n|was|were} changed here since and {n|holds|hold} the later content. The older content is not lost; it is in the history of each form.";
    SWITCHED_OFF_HERE:
        "其中 {n} 次修改以前在这里撤销过或者没收，现在不算数；收下以后又算数。",
        "{n} {n|change was|changes were} taken back or left out here before and {n|does|do} not count now; taking {n|it|them} makes {n|it|them} count again.";
    CLOCK_WRONG:
        "文件里写的时间是 {when}，这不可能：发件人电脑的时钟不准。时间只给人看，谁先谁后不靠它。",
        "A file says it was written at {when}, which cannot be: its sender's clock is wrong. Times are only shown; nothing is decided by them.";
    MANY_CHANGES:
        "这份文件有 {n} 次修改，已经很大，以后打开会越来越慢。一个阶段结束时，可以在总览里把它作为另一个项目打开，接着做。",
        "This file holds {n} {n|edit|edits}, which is a lot; opening will get slower. When a stage ends, open it as another project on the overview and go on there.";
    VERDICT_GONE: "都收过，有些后来删掉或改过", "All taken before; some was deleted or changed since";
    TAKING_UNDONE_ELSEWHERE:
        "已撤销这一次，但其中 {n} 次修改还在另外收下的文件里，所以留着：{files}。要都拿回去，请在「收过的文件」里也撤销它。",
        "Undone, but {n} {n|change stays|changes stay} because {n|it|they} also came with other files taken: {files}. To take {n|it|them} back too, undo those under \"Files taken\".";
    NOTHING_NEW_READ:
        "这份文件里的内容，在读得出来的部分里都有了。这里还有没读出来的内容。",
        "What could be read here already holds everything in this file. There is more here that could not be read.";
    DIFFERS: "不一致", "Differs";
    SEMICOLON: "；", "; ";
    BY_HAND: "在文件里直接改的", "Changed in the file by hand";

    SEND: "发出", "Send";
    SAVE_FILE: "存文件", "Save file";
    SAVE_AND_COPY: "存文件并复制正文", "Save file and copy the text";
    FILE_SAVED: "文件在「下载」文件夹：{file}。还要您自己发出去。", "The file is in Downloads: {file}. You still have to send it.";
    RECEIVE: "收到", "Receive";
    RECEIVE_HOW:
        "把收到的文件拖到这里，多个、不同项目的都可以；会先给您看一眼再收下。",
        "Drop the files you received here, several and of several projects; you look before you take them.";
    RECEIVED: "收过的文件", "Files taken";
    RECEIVED_EMPTY_SENT:
        "还没收到过文件。您 {day} 发给了 {n} 人，要求 {when} 前回。",
        "Nothing received yet. You sent to {n} {n|person|people} on {day}, due {when}.";
    RECEIVED_EMPTY: "还没收到过文件。", "Nothing received yet.";
    TAKEN_AT: "{time} 收下 {n} 处修改：{files}", "{time}: took {n} {n|change|changes} from {files}";
    OPENED_AT: "{time} 收下：{files}", "{time}: took {files}";
    UNDO_TAKING: "撤销收下", "Undo taking";
    REDO_TAKING: "重新收下", "Take again";
    TAKING_UNDONE: "已撤销，这次收下的内容都拿回去了。", "Undone; what came with it is out again.";
    TAKING_UNDONE_BUT:
        "已撤销；其中 {n} 次修改后来有人接着改，所以留着。",
        "Undone, but {n} {n|change stays|changes stay} because later edits build on {n|it|them}.";
    TAKING_REDONE: "已重新收下。", "Taken again.";
    TAKEN: "已收下 {n} 处修改，{m} 处不一致待定。", "Took {n} {n|change|changes}; {m} {m|place differs|places differ}.";
    NOTHING_NEW: "这份文件里的内容您都有了，什么都没有变。", "You already have everything in this file. Nothing changed.";
    LOOK_FIRST: "收下之前看一眼", "Look before you take it";
    NO_OVERWRITE:
        "不会覆盖：您自己的修改都保留。两边改得不一样的地方只做标记，收下以后再定。",
        "Nothing is overwritten; your own edits stay. Where two people differ, it is only marked; decide after taking.";
    NO_OVERWRITE_N:
        "不会覆盖：您自己的修改都保留。两边改得不一样的 {n} 处只做标记，收下以后再定，也可以会上定。",
        "Nothing is overwritten; your own edits stay. The {n} {n|place|places} where two people differ {n|is|are} only marked; decide after taking, or in the meeting.";
    REPLACES_N:
        "其中 {n} 处会替换您现在的内容（{what}），来自{whose}。",
        "Replaces what you have now in {n} {n|place|places} ({what}), from {whose}.";
    AS_YOU_N:
        "{n} 处署名您，但不是在这台电脑上写的，来自{whose}。",
        "Signed as you, but not written on this computer: {n} {n|place|places}, from {whose}.";
    ANOTHERS_WORD_N:
        "{n} 处是替别人答复的：不是本人写的，也没有写凭据，来自{whose}。",
        "Answers for somebody else, neither by them nor with a basis: {n} {n|place|places}, from {whose}.";
    FOR_YOU_N:
        "{n} 处是别人替您登记的，写了凭据，来自{whose}，请看看是不是您说的。",
        "Recorded for you by somebody else, with a basis: {n} {n|place|places}, from {whose}. Please see whether you said so.";
    UNENTITLED_N:
        "{n} 处定稿、批准、确认或关闭不是由该走这一步的人做的，来自{whose}，请核对。",
        "Made final, approved, confirmed or closed by somebody whose step it is not: {n} {n|place|places}, from {whose}. Please check.";
    IN_ANOTHERS_NAME_N:
        "{n} 处定稿、确认或决定的署名不是发文件的人，经{whose}转来，请核对。",
        "Made final, confirmed or decided in another's name: {n} {n|place|places}, passed on in {whose}. Please check.";
    COMPARED_IN_PART:
        "这台电脑上的内容没有全部读出来，这里只和读到的部分比过。",
        "Not everything stored on this computer could be read; this was compared with what could.";
    DIFFER_N:
        "两边改得不一样的 {n} 处只做标记，收下以后再定，也可以会上定。",
        "Where two people differ ({n} {n|place|places}), it is only marked; decide after taking, or in the meeting.";
    FILE_OF: "{name}的文件", "the file of {name}";
    FILE_AS_YOU: "署名您的文件「{name}」", "\"{name}\", a file that is signed as you";
    FILE_OF_NOBODY: "没写发件人的文件「{name}」", "\"{name}\", a file that names no sender";
    AND_N_FILES: "{names}等 {n} 个文件", "{names} and others, {n} {n|file|files} in all";
    AND_N_PEOPLE: "{names}等 {n} 种", "{names} and others, {n} in all";
    PART_OF_N: "{what} {n} 处", "{what}: {n}";
    SIGNED_AS_YOU: "署名您，但不是在这台电脑上写的，经{file}", "signed as you, but not written on this computer; through {file}";
    SIGNED_BY: "署名{name}，经{file}，不是在这台电脑上写的", "signed {name}, through {file}, not written on this computer";
    SIGNED_BY_NOBODY: "没有署名，经{file}", "signed by nobody, through {file}";
    EDITED_IN_FILE: "直接改在{file}里", "changed by hand in {file}";
    REPLACES_YOURS: "替换您写的", "replaces yours";
    REPLACES_THEIRS: "替换{names}写的", "replaces what {names} wrote";
    NOT_THEIR_WORD: "不是本人的答复", "not their own word";
    NOT_THEIR_STEP: "不该由他走这一步", "not their step to take";
    WILL_BE_REPLACED: "会替换您现在的内容 {n}", "Replaces what you have now: {n}";
    LOOK_HERE_FIRST: "也请先看 {n}", "Look at these first: {n}";
    LIST_ALL: "全部列出", "List all";
    AND_MORE: "还有 {n} 处", "{n} more";
    SHOW_MORE: "再显示 {n}", "Show {n} more";
    ALL_CHARACTERS: "全文 {n} 字", "All {n} {n|character|characters}";
    WEIGHT_DELETED: "删除", "Deletions";
    WEIGHT_RESTORED: "从回收站拿回", "Back from the recycle bin";
    WEIGHT_STATE: "状态", "States";
    WEIGHT_SETTING: "项目设置", "Settings";
    WEIGHT_ROLE: "人和角色", "People and roles";
    WEIGHT_WORD: "确认和答复", "Confirmations and answers";
    WEIGHT_DECISION: "决定", "Decisions";
    WEIGHT_ORIGINAL: "原计划", "Original plan";
    WEIGHT_CONTENT: "内容", "Content";
    WEIGHT_PLACE: "位置和顺序", "Places in the order";
    COUNTS_AS: "「{name}」算作", "\"{name}\" counts as";
    UNSIGNED_COUNT_AS: "一批没有署名的修改算作", "a set of unsigned edits counts as";
    JOIN_MEANS:
        "选「是同一人」，这个人写的都会算作{name}写的，两处的内容都显示在{name}名下。",
        "If they are the same, whatever this person wrote counts as written by {name} and is shown under that name.";
    FROM_YOU: "署名您", "signed as you";
    REPLACES_FEW: "替换 {n} 处", "replaces {n}";
    AS_YOU_FEW: "署名您 {n} 处", "signed as you: {n}";
    FOR_OTHERS_FEW: "替别人答复或决定 {n} 处", "in others' names: {n}";
    FILES_OF: "{n} 个文件，都属于「{name}」，还没有写入任何内容", "{n} {n|file|files}, all of \"{name}\"; nothing has been written";
    FILES_OF_FIRST: "{n} 个文件：{name}", "{n} {n|file|files}: {name}";
    TAKE_THIS: "收这一份", "Take this file";
    CAN_BE_UNDONE: "收下以后可以一键撤销。", "Taking can be undone with one click.";
    THEN_DECIDE:
        "收下以后可以一键撤销。下一步：定 {n} 处不一致，或放进会议议程。",
        "Taking can be undone with one click. Next: decide {n} {n|difference|differences}, or put {n|it|them} on an agenda.";
    THEN_DECIDE_AT:
        "收下以后可以一键撤销。下一步：定 {n} 处不一致，或放进 {when} 的议程。",
        "Taking can be undone with one click. Next: decide {n} {n|difference|differences}, or put {n|it|them} on the agenda for {when}.";
    TAKE_N: "收下 {n} 处", "Take {n} {n|change|changes}";
    TAKE_NONE: "都不收", "Take none";
    DISMISS_PREVIEW: "知道了", "All right";
    VERDICT_NEW: "新", "New";
    VERDICT_CONTAINED: "都有了，不用再看", "All here already";
    VERDICT_IN_ABOVE: "都包含在上面那份里，不用再看", "All contained in the one above; no need to look";
    VERDICT_IN_OTHERS: "都包含在另外的文件里，不用再看", "All contained in the other files; no need to look";
    VERDICT_ON_BASE: "新，{base}", "New, {base}";
    VERDICT_ON_BASE_FINE: "新，{base}，不影响别人", "New, {base}; nobody's edits are affected";
    BASE_SENT: "在您 {when} 发出的那份上改的", "made on the copy you sent at {when}";
    BASE_OTHER: "在 {when} 的内容上改的", "made on what stood here at {when}";
    VERDICT_EARLIER: "这份较早（{date}），不会盖掉后来的修改。", "This one is earlier ({date}); it does not overwrite later edits.";
    WHO: "谁", "Who";
    FILE: "文件", "File";
    WHEN: "什么时候", "When";
    GROUP_DIFFERS: "不一致 {n}", "Differs {n}";
    GROUP_NEW: "新内容 {n}", "New {n}";
    GROUP_KNOWN: "已经有的", "Already here";
    PREVIEW_GROUPS: "收下会带来什么", "What taking brings";
    IN_FIELDS: "细节", "Details";
    PER_PERSON: "按人", "By person";
    SEARCH_IN_IT: "搜索", "Search";
    NOTHING_OF_IT: "没有。", "None.";
    ONE_VALUE: "一种", "One version";
    OTHER_VALUE: "另一种", "Another version";
    WHAT_STANDS: "内容", "Content";
    IS_IT: "是不是{name}？", "Is this {name}?";
    SAME_PERSON: "是同一人", "Same person";
    NOT_SAME: "不是", "No";
    IS_THE_SAME: "是{name}，收下时记上", "Is {name}; noted when you take it";
    IS_ANOTHER: "不是{name}，照名单外记", "Not {name}; kept as not on the list";
    CHANGE_ANSWER: "改", "Change";
    NEW_COUNT: "新内容", "New";
    VERDICT: "情况", "What it brings";
    WHERE: "哪里", "Where";
    BEFORE: "原来", "Before";
    AFTER: "改成", "After";
    ALREADY_REPLACED: "已被 {who} 后来的修改代替", "already replaced by a later edit of {who}";
    DELETION: "删除", "deletes it";
    LEFT_OUT: "先不收的 {n} 处：", "Put off, {n}:";
    LEFT_OUT_JUMP: "编号跳得太远，看着不像正常的修改", "numbered far beyond everything else, which no ordinary edit is";
    LEFT_OUT_SECOND: "文件有损坏，同一个编号又有第二种内容", "the file is damaged and one number carries a second content";
    MISSING_EDITS:
        "还缺{who}的 {n} 次修改，请{who}再发一次整个项目。",
        "{n} {n|edit|edits} by {who} {n|is|are} missing; ask for the whole project again.";
    SOMEBODY: "某人", "somebody";
    TWO_CONTENTS: "同一个编号有两种内容，两份都留着，请问问{who}。", "One number carries two contents. Both are kept; please ask {who}.";
    SUM_WRONG:
        "文件的校验对不上，可能被改过或没传完整。内容还是列在下面，请看仔细。",
        "The file's check does not match; it may have been altered or damaged. Its content is listed below; look closely.";
    OUTSIDE_EDIT:
        "文件里有直接改动的内容 {n} 处，会作为修改列出来。",
        "{n} {n|value was|values were} changed in the file by hand and {n|is|are} listed as {n|an edit|edits}.";
    OTHER_PROJECT: "这是另一个项目「{name}」，会单独打开，不会混进来。", "This is another project, \"{name}\". It opens on its own.";
    READING: "正在看文件…", "Reading the files…";

    FILE_ZIP:
        "「{name}」是压缩包。请双击打开，把里面的 .json 拖过来。什么都没有改动。",
        "\"{name}\" is a zip. Open it and drag the .json inside. Nothing was changed.";
    FILE_OTHER:
        "「{name}」不是合拍文件（看起来是 {kind}）。请选合拍存出来的那个文件。什么都没有改动。",
        "\"{name}\" is not a Hepai file (it looks like {kind}). Choose the one that Hepai saved. Nothing was changed.";
    FILE_EMPTY: "「{name}」是空文件。请对方再发一次。什么都没有改动。", "\"{name}\" is empty. Ask for it again. Nothing was changed.";
    FILE_CUT:
        "「{name}」不完整，到第 {line} 行断了，可能是邮件没传完。请对方再发一次。什么都没有改动。",
        "\"{name}\" is cut off at line {line}. Ask for it again. Nothing was changed.";
    FILE_NEWER:
        "「{name}」来自更新的合拍。请联网打开一次本页，换到新版本后再收。什么都没有改动。",
        "\"{name}\" comes from a newer Hepai. Open this page online once, switch to the new version, then take it. Nothing was changed.";
    FILE_LARGE:
        "「{name}」有 {size}，上限 {max}，可能选错了文件。什么都没有改动。",
        "\"{name}\" has {size}; the limit is {max}. It may be the wrong file. Nothing was changed.";
    FILE_ENCODING:
        "「{name}」的文字编码不对（看起来是 {kind}）。请用原来的附件，不要另存。什么都没有改动。",
        "\"{name}\" is in another text encoding ({kind}). Use the original attachment, not a re-saved one. Nothing was changed.";
    FILE_BAD:
        "「{name}」里有 {n} 处读不懂，第一处在第 {line} 行：{what}。请对方再发一次。什么都没有改动。",
        "\"{name}\" has {n} {n|place|places} that cannot be read, the first at line {line}: {what}. Ask for it again. Nothing was changed.";
    FILE_UNREADABLE:
        "「{name}」打不开（{what}）。请先存到电脑里再拖过来。什么都没有改动。",
        "\"{name}\" cannot be opened ({what}). Save it to the computer first. Nothing was changed.";

    DELETES_MUCH:
        "收下以后会有 {n} 条内容进回收站，请看仔细。",
        "Taking this puts {n} {n|entry|entries} into the recycle bin; look closely.";
    EVERYBODY: "大家", "everybody";
    BAD_BYTES: "有读不出的字", "characters that cannot be read";
    BAD_FORM: "格式断了", "its form is broken";
    BAD_DEEP: "层次太深", "too many levels";
    BAD_TWICE: "同一个名字出现两次", "one name occurs twice";
    BAD_LONG: "有一段文字太长", "a text is too long";
    BAD_MANY: "内容太多", "too many entries";
    BAD_CHANGE: "有一条修改不合规格", "an edit that is not valid";
    BAD_VALUE: "有一个值不合规格", "a value that is not valid";
    BAD_HEADER: "开头缺内容", "its beginning lacks something";
    LOOKS_ARCHIVE: "压缩包", "an archive";
    LOOKS_OFFICE: "Word、Excel 或 PPT 文件", "an office document";
    LOOKS_PDF: "PDF", "a PDF";
    LOOKS_PICTURE: "图片", "a picture";
    LOOKS_MAIL: "整封邮件，请把附件单独存下来", "a whole e-mail; save the attachment by itself";
    LOOKS_WEB_PAGE: "网页", "a web page";
    LOOKS_OTHER_JSON: "别的程序的数据", "another program's data";
    LOOKS_TEXT: "普通文字", "plain text";
    LOOKS_OTHER: "别的文件", "something else";
    MORE_WRITERS: "另有 {n} 处也是这样写的。", "{n} more wrote the same.";
    MORE_UNSEEN: "另有 {n} 处，见修改记录。", "{n} more, see the History.";
    COMPARED_AGAIN:
        "看的时候这里又有了修改，已经照现在的内容重新对过。请再看一眼，然后收下。",
        "Something was changed here while you were looking. The file has been compared again: look once more, then accept.";
    YOU: "您", "you";
    YESTERDAY: "昨天", "yesterday";
    WRITTEN_FOR: "{name}（{by}代记）", "{name} (recorded by {by})";
    SET_PUT_IN: "加上", "added";
    SET_TAKEN_OUT: "去掉", "taken out";
    SET_IN: "在里面", "In it";
    SET_OUT: "不在里面", "Not in it";
    NOT_SENT: "{n} 处还没发出", "{n} not sent";
    N_PLACES: "{n} 处", "{n} {n|place|places}";

    PASTE: "粘贴内容", "Paste its text";
    PASTE_HOW: "文件用记事本打开了？全选、复制，粘贴在这里。", "Did the file open in Notepad? Select all, copy, and paste here.";
    PASTED: "粘贴的内容", "pasted text";

    FIRST_ARRIVAL:
        "打开以前，什么都不会写进这台电脑；看过再决定填不填、发不发回。",
        "Nothing is written to this computer before you open it; look first, then decide what to fill in and send back.";
    FIRST_TITLE: "收到一个项目：{name}", "A project has come: {name}";
    FIRST_ASKS: "{name}请您：{what}。", "{name} asks you: {what}.";
    FIRST_ASKS_BY: "{name}请您：{what}，{when} 前发回。", "{name} asks you: {what}; send it back by {when}.";
    WELCOME: "「{project}」打开了。", "\"{project}\" is open.";
    WELCOME_ASKS: "{name}请您做 {n} 件事。", "{name} asks {n} {n|thing|things} of you.";
    WELCOME_ASKS_BY:
        "{name}请您做 {n} 件事，{when} 前发回。",
        "{name} asks {n} {n|thing|things} of you, to be sent back by {when}.";
    ONE_MORE_SENTENCE: "{text}{more}", "{text} {more}";
    WELCOME_WHO:
        "「{project}」打开了，是{name}发来的。先说您是哪一位，就能看到请您做的事。",
        "\"{project}\" is open; {name} sent it. Say who you are to see what is asked of you.";
    WELCOME_TO_READ: "「{project}」打开了，是{name}发来的。", "\"{project}\" is open; {name} sent it.";
    SEE_THEM: "去看", "Show me";
    PROJECT_LEFT:
        "「{project}」已从这台电脑上删掉。发来的文件还在的话，随时可以再收。",
        "\"{project}\" is out of this computer. While you have the file, you can take it again.";
    PROJECT_LEFT_UNSENT:
        "「{project}」已从这台电脑上删掉，您写了还没发出的 {n} 处也一起删掉了。",
        "\"{project}\" is out of this computer, with {n} {n|thing|things} that you wrote and had not sent.";
    IS_ANYBODY: "是不是名单里的哪一位？", "Is this somebody on the list?";
    IS_NOBODY: "名单里没有，照名单外记", "Nobody on the list; kept as such";
    CHOOSE_PERSON: "选一位…", "Choose…";
    NOBODY_OF_THEM: "都不是", "None of them";
    TAKE_FIRST: "打开项目，看我的待办", "Open and show my to-dos";
    REFUSE_FIRST: "不收", "Don't take it";
    NOTHING_TO_TAKE:
        "这个文件里的内容全部先不收（原因在下面），收下只会得到一个空项目，所以这里不能收。请让发件人重新存一份发来；或者点下面的「作为另一个项目打开」。",
        "Everything in this file is put off (the reason is below); taking it would only give an empty project, so it cannot be taken here. Ask the sender for a new file, or open it as another project with the button below.";
    SENT_BY: "{name} {time} 发出", "sent by {name}, {time}";
    HOLDS_COUNTS:
        "{departments} 个部门，{tasks} 项任务",
        "{departments} {departments|department|departments}, {tasks} {tasks|task|tasks}";
    DOES_NOT_KNOW: "已记下。{name}还不知道。", "Noted. Not known yet to {name}.";
    SEND_TO: "发给{name}", "Send to {name}";

    ASK_GOAL: "确认项目目标", "Confirm the goal";
    ASK_DUTIES: "确认本部门的职责", "Confirm your department's duties";
    ASK_TASKS: "确认名下任务的日期", "Confirm the dates of your tasks";
    ASK_PROGRESS: "更新进展", "Update progress";
    ASK_FEEDBACK: "填协作反馈表", "Fill in the feedback form";
    ASK_CONTRIBUTION: "写本部门的贡献", "Write your department's contribution";
    ASK_METRICS: "填指标的实际值", "Enter actual values";
    ANSWER_FEEDBACK: "已提交", "submitted";
    ASK_RISKS: "看一眼风险", "Look at the risks";
    ASK_BACKUP: "写一位代理人", "Name a backup";
    ANSWERED_OF: "已答 {n} / {m}", "{n} of {m} answered";
    FINISH_REPLY: "完成并发回", "Finish and send back";
    REPLY_PARTLY: "没答完也可以先发回", "You may send back part of it";
    ANSWER_FINE: "确认", "confirmed";
    ANSWER_FINE_BUT: "确认，意见：{text}", "confirmed, with a comment: {text}";
    ANSWER_OBJECTED: "有异议", "objection";
    ANSWER_OBJECTED_WHY: "有异议：{text}", "objection: {text}";
    ANSWER_AGAIN: "确认过，之后又改了，还没再答", "confirmed before; it was changed since and is not answered again yet";
    ANSWER_OBJECTED_BEFORE:
        "有过异议，之后又改了，还没再答",
        "objected before; it was changed since and is not answered again yet";
    ANSWER_DATES_FINE: "{n} 项可以", "{n} fine";
    ANSWER_DATES_ADJUST: "{n} 项要调整", "{n} to be changed";
    ANSWER_DATES_OPEN: "{n} 项还没答", "{n} not answered yet";
    ANSWER_OPEN: "还没答", "not answered yet";

    TO_WHOM: "发给谁", "To whom";
    NOBODY_TO:
        "名单里还没有别人。先到「团队与分工」加人，或者只存一份备份。",
        "Nobody else is listed yet. Add people under \"Team & roles\", or just save a backup.";
    ASK_THEM: "请他们做什么", "What you ask of them";
    OWE_IT: "{n} 人还没答", "not answered yet: {n}";
    ANSWER_BY: "请在什么时候前发回", "Please send back by";
    ADD_A_LINE: "补一句", "Add a line";
    SAVE_BACKUP: "只存一份备份", "Just save a backup";
    BACKUP_FILE: "备份", "backup";
    FILE_HOLDS:
        "含：{records} 条内容，{changes} 次修改的全部记录。",
        "Holds {records} {records|entry|entries} and the full history of {changes} {changes|edit|edits}.";
    WRITE_MAIL: "写邮件，再告诉网页发好了没有", "Write the mail, then say whether it was sent";
    SAVE_FIRST: "存文件以后，这里有邮件正文可以复制。", "After saving, the text for the mail appears here.";
    COPY_TEXT: "复制正文", "Copy text";
    OPEN_MAIL: "打开邮件软件（附件要自己加）", "Open mail program (attach the file yourself)";
    COPY_CHAT: "聊天用的文字", "Text for chat";
    MAIL_TEXT: "邮件正文", "Text of the mail";
    I_SENT: "我已发出", "I have sent it";
    CANNOT_SEND:
        "网页不能替您发邮件，也不知道您发没发；勾上后才开始计算谁还没回。",
        "This page cannot send mail and does not know whether you did; ticking starts the count of who has not answered.";
    WHO_HAS_WHAT: "谁有什么", "Who has what";
    LACKS_PLACES: "还缺 {n} 处", "{n} more to be given";
    FRESH: "新项目还没发给任何人", "New, sent to nobody yet";
    GIVEN_PARTLY:
        "给过{names}；另外 {others} 人没收到最新的修改（{lacks}）",
        "Sent in full to {names}; {others} {others|other was|others were} not sent the latest ({lacks})";
    GIVEN_NOBODY_ALL:
        "{others} 人没收到最新的修改（{lacks}）",
        "{others} {others|person was|people were} not sent the latest ({lacks})";
    LACK_OF_ONE: "缺 {n} 处", "{n} {n|place|places}";
    LACK_ALIKE: "各缺 {n} 处", "{n} {n|place|places} each";
    LACK_FROM_TO: "缺 {least} 到 {n} 处", "{least} to {n} {n|place|places}";
    NOTHING_TO_SEND: "没有要发出的", "Nothing to send";
    NEVER_GIVEN: "没给过", "Nothing given";
    FILE_MADE: "已存文件", "File saved";
    MARKED_SENT: "已发出", "Sent";
    HAS_IT: "对方已收到", "Received";
    NOT_ANSWERED: "还没收到：{names}{since}", "Not received yet: {names}{since}";
    ASKED_ON: "（{day}发出）", " (sent {day})";
    ASKED_ON_BY: "（{day}发出，要求 {when} 前）", " (sent {day}, due {when})";
    COPY_REMINDER: "复制催办", "Copy reminder";
    REMIND:
        "【{project}】{names}：还没收到您的回复，请今天处理一下，谢谢。",
        "[{project}] {names}: your answer has not arrived yet. Please send it today. Thank you.";
    REMIND_BY:
        "【{project}】{names}：说好 {when} 前发回的项目文件还没收到，请今天处理一下，谢谢。",
        "[{project}] {names}: the project file due {when} has not arrived yet. Please send it today. Thank you.";
    REMIND_AHEAD:
        "【{project}】{names}：提醒一下，请在 {when} 前发回项目文件，谢谢。",
        "[{project}] {names}: a reminder to send the project file back by {when}. Thank you.";
    REMIND_FILE: "文件是 {when} 发给您的那封邮件的附件。", "The file is attached to the mail sent to you on {when}.";
    MAIL_SUBJECT: "[{project}] 请确认目标和分工", "[{project}] Please confirm goal and duties";
    MAIL_SUBJECT_BY: "[{project}] 请确认目标和分工，{when} 前发回", "[{project}] Please confirm goal and duties by {when}";
    SUBJECT_AND_MORE: "{what}等 {n} 件事", "{what} and more ({n} in all)";
    MAIL_SUBJECT_NEWS: "[{project}] 项目有新内容", "[{project}] Project news";
    MAIL_SUBJECT_ASK: "[{project}] 请{what}", "[{project}] Please: {what}";
    MAIL_SUBJECT_ASK_BY: "[{project}] 请{what}，{when} 前发回", "[{project}] Please by {when}: {what}";
    MAIL_SUBJECT_ABOUT: "[{project}] {what}", "[{project}] {what}";
    MAIL_SUBJECT_REPLY: "[{project}] 回复：{name}", "[{project}] Reply from {name}";
    SUBJECT_UNTIL: "{what}，{when} 前", "{what}, by {when}";
    SUBJECT_UPDATES: "请更新进展（约 3 分钟）", "Please update progress (3 minutes)";
    SUBJECT_FEEDBACK: "请填反馈表（约 3 分钟）", "Feedback form (3 minutes)";
    SUBJECT_ROLES: "分工和沟通规则已公示，请看一眼", "Roles and rules: please note them";
    SUBJECT_DECISION: "请回复决策 {code}", "Please reply to decision {code}";
    SUBJECT_OPINIONS: "征求意见：{title}", "Your opinion on {title}";
    SUBJECT_TURN: "{record}：请{step}", "{record}: please {step}";
    APPROVE: "批准", "approve";
    MAIL_PLEASE: "请您：", "Please:";
    MAIL_BY: "请在 {when} 前发回。", "Please send it back by {when}.";
    MAIL_HOW:
        "附件先下载（不要双击），打开 {page} ，把附件拖进网页，约 3 分钟。",
        "Download the attachment (do not double-click it), open {page} and drag it into the page; about 3 minutes.";
    MAIL_NO_FILE:
        "看不了附件？直接回复「确认」或写意见，我来登记。",
        "Cannot open it? Just answer \"confirmed\" or write what you think; I will record it.";
    MAIL_OWNER: "{name}：", "{name}:";
    MAIL_GOAL: "目标：{goal}", "Goal: {goal}";
    MAIL_DATES: "时间：{from} 至 {to}", "Dates: {from} to {to}";
    MAIL_MAKES: "输出：{what}", "deliverable: {what}";
    MAIL_NEWS: "有这些新内容：", "What is new:";
    MAIL_NEWS_SINCE: "上次（{when}）给您以后，有这些新内容：", "What is new since you were sent the project ({when}):";
    MAIL_MORE: "另有 {n} 处，都在附件里。", "{n} more {n|is|are} in the attachment.";
    MAIL_STANDS: "{what}（{state}）", "{what} ({state})";
    MAIL_TURN: "请{name}：{step}", "For {name}: {step}";
    MAIL_FIELD: "  {field}：{value}", "  {field}: {value}";
    MAIL_ANSWER: "- {what}：{answer}", "- {what}: {answer}";
    MAIL_REST:
        "（后面还有：请回到网页点「复制正文」，粘贴到这里）",
        "(There is more: go back to the page, press \"Copy text\" and paste it here.)";
    MAIL_REPLY_CHANGES: "我改了：", "I changed:";
    MAIL_REPLY_BESIDES: "另外还改了：", "I also changed:";
    MAIL_REPLY_HEAD: "我的答复：", "My answers:";
    MAIL_REPLY_FILE:
        "附件是回复文件：拖进网页，看一眼再收下。",
        "The attachment is the reply file: drag it into the page, look, and take it.";
    SAMPLE_NOT_SENT: "示例不发送", "Sample, not sent";
    NOT_LISTED: "名单里没有", "not on the list";
}
