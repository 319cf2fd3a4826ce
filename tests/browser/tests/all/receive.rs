//! Friday 9:30: five files at once, looked at before they are taken; then what differs is decided or put on the agenda
//! (ux.md §1, §7 checks 6 and 7).

use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, ProjectFile, World, test};
use serde_json::{Value, json};

use crate::{at, sign};

/// A project with five replies.
struct Friday {
    lead: Rc<Person>,
    project: String,
    task: String,
    li: String,
    files: Vec<PathBuf>,
}

/// The record of that kind in which a field has a value.
fn find(file: &ProjectFile, kind: &str, field: &str, value: &str) -> Result<String> {
    let mut all = file.records(kind).into_iter();
    all.find(|record| file.current(record, field) == value)
        .map(str::to_owned)
        .with_context(|| format!("no {kind} with {field} {value}"))
}

/// Opens the file without saying who one is: whatever is edited then counts at once.
async fn open(person: &Person, file: &Path) -> Result<()> {
    person.open("#/").await?;
    person.give(&[file]).await?;
    let later = format!("{} input[value='']", testid("identity"));
    person.click(&later).await?;
    person.click(&testid("import-accept")).await?;
    person.find("[data-testid='save-state']").await?;
    person.wait_ready().await
}

/// Says which member one is, or "" for nobody; what was written unsigned is attributed to them.
async fn am(person: &Person, member: &str) -> Result<()> {
    person.click("[data-testid='who'] summary").await?;
    let choice = format!("[data-testid='who'] input[value='{member}']");
    person.click(&choice).await?;
    person.saved().await
}

/// A file that says it was saved at another time: the header is no part of what is checked.
fn dated(file: &Path, moment: &str) -> Result<()> {
    let text = std::fs::read_to_string(file)?;
    let from = text.find("\"at\":").context("the file says when")? + "\"at\":".len();
    let from = from + text[from..].find('"').context("a moment")? + 1;
    let to = from + text[from..].find('"').context("its end")?;
    std::fs::write(file, format!("{}{moment}{}", &text[..from], &text[to..]))?;
    Ok(())
}

/// Edits fields of records, each on its own page.
async fn edit(person: &Person, project: &str, edits: &[(&str, &str, &str)]) -> Result<()> {
    for (record, field, value) in edits {
        person.go(&at(project, record)).await?;
        person.fill(record, field, value).await?;
    }
    person.saved().await
}

async fn friday(world: &World) -> Result<Friday> {
    let lead = world.person("wang").await?;
    let project = lead.new_lamp().await?;
    lead.go(&at(&project, "exchange")).await?;
    lead.click(&testid("send-file")).await?;
    let asked = lead.downloaded().await?;
    lead.click(&testid("mark-sent")).await?;
    let file = ProjectFile::read(&asked)?;
    let member = |name: &str| find(&file, "member", "person", name);
    let [li, wu, zhao] = [member("李主管")?, member("吴主管")?, member("赵主管")?];
    let task_of = |member: &str| {
        let mut all = file.records("task").into_iter();
        all.find(|task| file.current(task, "owner") == member)
            .map(str::to_owned)
            .context("a task")
    };
    let task = task_of(&li)?;
    let (theirs, hers) = (task_of(&zhao)?, task_of(&member("陈专员")?)?);
    edit(
        &lead,
        &project,
        &[
            (&task, "current_end", "2026-04-10"),
            ("charter", "background", "去年缺一款入门台灯。"),
        ],
    )
    .await?;

    let mut files = Vec::new();
    let rep = world.person("li").await?;
    open(&rep, &asked).await?;
    edit(&rep, &project, &[(&task, "deliverable", "认证报告和样机")]).await?;
    am(&rep, &li).await?;
    let old = rep.export(&project).await?;
    am(&rep, "").await?;
    let both = "供应链备料 2 台，认证用。\n实验室排期到 04-13。";
    edit(
        &rep,
        &project,
        &[
            (&task, "current_end", "2026-04-13"),
            ("charter", "background", both),
        ],
    )
    .await?;
    am(&rep, &li).await?;
    files.push(rep.export(&project).await?);
    files.push(old);
    rep.quit().await?;

    let rep = world.person("zhao").await?;
    open(&rep, &asked).await?;
    edit(&rep, &project, &[(&theirs, "deliverable", "渠道名单")]).await?;
    am(&rep, &zhao).await?;
    files.push(rep.export(&project).await?);
    rep.quit().await?;

    let rep = world.person("stranger").await?;
    open(&rep, &asked).await?;
    edit(&rep, &project, &[(&hers, "deliverable", "推广物料包")]).await?;
    sign(&rep, "陈主管").await?;
    files.push(rep.export(&project).await?);
    rep.quit().await?;

    let rep = world.person("wu").await?;
    open(&rep, &asked).await?;
    edit(&rep, &project, &[(&task, "owner", &wu)]).await?;
    am(&rep, &wu).await?;
    files.push(rep.export(&project).await?);
    rep.quit().await?;
    edit(&lead, &project, &[(&task, "owner", &zhao)]).await?;
    Ok(Friday {
        lead,
        project,
        task,
        li,
        files,
    })
}

/// Where a picture of the page is wanted, takes one.
async fn picture(person: &Person, name: &str) -> Result<()> {
    let Some(folder) = std::env::var_os("HEPAI_SHOTS") else {
        return Ok(());
    };
    let sizes = [
        ("1366x768", 1366, 768),
        ("1920x1080", 1920, 1080),
        ("390x844", 390, 844),
    ];
    for (size, width, height) in sizes {
        person.resize(width, height).await?;
        person.run("scrollTo(0, 0);", json!([])).await?;
        let path = Path::new(&folder).join(format!("{name}-{size}.png"));
        person.session()?.screenshot(&path).await?;
    }
    person.resize(1366, 768).await
}

async fn in_english(person: &Person, is_english: bool) -> Result<()> {
    let wanted = if is_english { "en" } else { "zh-CN" };
    let is_so = "return document.documentElement.lang.slice(0, 2) === arguments[0].slice(0, 2);";
    if person.run(is_so, json!([wanted])).await? == false {
        person.click(&testid("language")).await?;
    }
    person
        .wait("the other language", is_so, json!([wanted]))
        .await
        .map(drop)
}

async fn chosen(person: &Person) -> Result<Value> {
    let script = "return document.querySelector('[data-testid=conflict][data-current=true] input:checked')?.dataset.nth ?? null;";
    person.run(script, json!([])).await
}

#[test]
fn five_files_on_friday_are_looked_at_joined_and_taken() {
    test(async |world: &World| -> Result<()> {
        let Friday {
            lead,
            project,
            task,
            files,
            ..
        } = friday(world).await?;
        let today = lead.run("return new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);", json!([])).await?;
        let today = today.as_str().unwrap_or_default().to_owned();
        dated(&files[0], &format!("{today}T00:01:00+00:00"))?;
        dated(&files[1], "2026-03-04T17:10:00+00:00")?;
        lead.go(&at(&project, "exchange")).await?;
        let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        let preview = lead.give_and_look(&all, 1).await?.remove(0);
        assert_eq!(preview.conflicts, 3);
        let text = lead.text(&testid("import-preview")).await?;
        for part in [
            "5 个文件，都属于「A1 台灯上市」，还没有写入任何内容",
            "不会覆盖：您自己的修改都保留。两边改得不一样的 3 处只做标记",
            "都包含在上面那份里，不用再看",
            "新，从今天 ",
            " 那份改的，不影响别人",
            "2 处不一致",
            "1 处不一致",
            "是不是陈专员？",
            "还没收到：",
            "财务部 刘经理",
            "市场部 陈专员",
            "下一步：定 3 处不一致，或放进",
        ] {
            ensure!(text.contains(part), "{part} is not in: {text}");
        }
        picture(&lead, "w8-zh").await?;
        in_english(&lead, true).await?;
        picture(&lead, "w8-en").await?;
        in_english(&lead, false).await?;
        assert_eq!(lead.axe().await?, [""; 0]);

        let before = lead.stored_at_rest().await?;
        // The answer is counted at once and written with the taking, not before.
        lead.click(&testid("join-yes")).await?;
        let heard = "return !testid('not-answered').innerText.includes('陈专员');";
        lead.wait("her file to count as hers", heard, json!([]))
            .await?;
        picture(&lead, "w8-joined").await?;
        assert_eq!(
            lead.stored_at_rest().await?,
            before,
            "nothing is written before accept"
        );

        groups(&lead).await?;
        leave_one_out(&lead, preview.new).await?;
        lead.accept(&project).await?;
        lead.saved().await?;
        let whole = lead.export_read(&project).await?;
        let joined = whole
            .records("identity")
            .into_iter()
            .any(|one| whole.current(one, "name") == "陈主管");
        ensure!(joined, "who 陈主管 is is part of the project");
        assert_eq!(lead.conflicts(&project).await?.len(), 3);
        ensure!(
            lead.conflicts_here()
                .await?
                .iter()
                .any(|(record, field)| *record == task && field == "owner")
        );
        Ok(())
    });
}

/// The groups, one after the other, and the search in them.
async fn groups(lead: &Person) -> Result<()> {
    let rows = "return [...document.querySelectorAll('#preview-part tbody tr')].map((one) => one.innerText);";
    let shown = lead.lines(rows, json!([])).await?;
    assert_eq!(shown.len(), 3, "what will differ is shown first: {shown:?}");
    lead.find("[data-testid='preview-tab'][aria-selected='true']")
        .await?
        .send_keys(thirtyfour::prelude::Key::Right + "")
        .await?;
    lead.wait("the new ones", "return document.activeElement?.dataset.group === 'new' && document.activeElement.ariaSelected === 'true';", json!([])).await?;
    let people = lead.lines("return [...document.querySelectorAll('#preview-part h3')].map((one) => one.innerText);", json!([])).await?;
    ensure!(
        people.iter().any(|line| line.contains("陈专员")),
        "by person, the joined one as herself: {people:?}"
    );
    lead.find(&testid("preview-search"))
        .await?
        .send_keys("渠道名单")
        .await?;
    let found = "return document.querySelectorAll('#preview-part tbody tr').length === 1;";
    lead.wait("one line", found, json!([])).await?;
    let empty = "const one = testid('preview-search'); put(one, '');";
    lead.run(empty, json!([])).await?;
    lead.click("[data-testid='preview-tab'][data-group='known']")
        .await?;
    lead.find("#preview-part tbody tr").await.map(drop)
}

/// A file that is not ticked is not taken; ticked again it is.
async fn leave_one_out(lead: &Person, all: u64) -> Result<()> {
    let says = "return testid('import-accept').innerText.includes(` ${arguments[0]} `);";
    lead.wait("all of them", says, json!([all])).await?;
    lead.click("[data-testid='take-file'][data-file='2']")
        .await?;
    let less = "return !testid('import-accept').innerText.includes(` ${arguments[0]} `);";
    lead.wait("fewer of them", less, json!([all])).await?;
    let focused = "return document.activeElement?.dataset.file === '2';";
    lead.wait("the focus to stay", focused, json!([])).await?;
    lead.click("[data-testid='take-file'][data-file='2']")
        .await?;
    lead.wait("all of them again", says, json!([all]))
        .await
        .map(drop)
}

#[test]
fn differences_are_decided_one_by_one_by_keys_or_go_on_the_agenda() {
    test(async |world: &World| -> Result<()> {
        let Friday {
            lead,
            project,
            task,
            li,
            files,
        } = friday(world).await?;
        let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        lead.take(&project, &all).await?;
        lead.go(&at(&project, "conflicts")).await?;
        lead.find("[data-testid='conflict'][data-current='true']")
            .await?;
        assert_eq!(lead.text(&testid("position")).await?, "1 / 3");
        let open = lead
            .count("[data-testid='conflict'][data-current='true']")
            .await?;
        assert_eq!((open, lead.count(&testid("conflict")).await?), (1, 3));
        let checked = lead.count("main input[type=radio]:checked").await?;
        assert_eq!(checked, 0, "nothing is chosen beforehand");
        assert_eq!(lead.axe().await?, [""; 0]);

        // The long text: both can be kept; by number and Enter, without a mouse.
        let first = lead
            .text("[data-testid='conflict'][data-current='true']")
            .await?;
        for part in [
            "目标说明书 › 背景",
            "都保留",
            "您",
            "李主管 研发部",
            "理由：没有写",
            "数字键选择",
        ] {
            ensure!(first.contains(part), "{part} is not in: {first}");
        }
        picture(&lead, "w9-long-zh").await?;
        lead.run("document.activeElement?.blur();", json!([]))
            .await?;
        for key in ["2", "3"] {
            lead.press(key, 0).await?;
            assert_eq!(chosen(&lead).await?, json!(key));
        }
        lead.press("Enter", 0).await?;
        let left =
            "return document.querySelectorAll('[data-testid=conflict]').length === arguments[0];";
        lead.wait("one less", left, json!([2])).await?;
        let focus = "return document.activeElement?.closest('[data-current=true]') !== null && document.activeElement.type === 'radio';";
        lead.wait("the focus on the next one", focus, json!([]))
            .await?;
        assert_eq!(lead.text(&testid("position")).await?, "1 / 2");

        // Not now: the next one opens, nothing is written.
        let before = lead.stored_at_rest().await?;
        lead.click("[data-current='true'] [data-testid='put-off']")
            .await?;
        lead.wait(
            "the second one",
            "return testid('position').innerText === '2 / 2';",
            json!([]),
        )
        .await?;
        lead.wait("the focus on it", focus, json!([])).await?;
        assert_eq!(lead.stored_at_rest().await?, before);
        on_the_agenda(&lead, &project, &task).await?;
        a_new_value(&lead, &project, &task, &li).await
    });
}

/// One goes on the agenda of the weekly meeting, says so, and is not put there twice; all of them do.
async fn on_the_agenda(lead: &Person, project: &str, task: &str) -> Result<()> {
    lead.click(&testid("previous")).await?;
    lead.click("[data-current='true'] [data-testid='agenda-one']")
        .await?;
    lead.wait_notice("info", &["周例会"]).await?;
    let one =
        "return document.querySelectorAll('[data-testid=on-agenda]').length === arguments[0];";
    lead.wait("one on the agenda", one, json!([1])).await?;
    lead.click(&testid("agenda-all")).await?;
    lead.wait("both on the agenda", one, json!([2])).await?;
    assert_eq!(lead.count(&testid("agenda-all")).await?, 0, "not twice");
    assert_eq!(lead.count(&testid("agenda-one")).await?, 0, "not twice");
    lead.saved().await?;
    let file = lead.export_read(project).await?;
    let points: Vec<&str> = file
        .records("agenda_item")
        .into_iter()
        .filter(|item| file.current(item, "about") == task)
        .collect();
    assert_eq!(points.len(), 2);
    let meeting = file
        .current(points[0], "parent")
        .as_str()
        .context("a meeting")?;
    assert_eq!(file.current(meeting, "meeting_name"), "周例会");

    // On the meeting's sheet, and in the next step of the overview.
    lead.go(&at(project, meeting)).await?;
    let listed = "return document.querySelectorAll('[data-testid=meeting-agenda] [data-settled=false]').length === 2
        && document.querySelectorAll('[data-rows=agenda_item] tbody tr').length === 7;";
    lead.wait("both on the sheet", listed, json!([])).await?;
    lead.go(&format!("#/p/{project}")).await?;
    let next =
        "return document.querySelector('.card.next')?.innerText.includes('会上定议程里的 2 处');";
    lead.wait("the meeting as a step", next, json!([])).await?;
    picture(lead, "overview-zh").await?;
    lead.go(&at(project, "todo")).await?;
    lead.find("[data-testid='todo-item'][data-differences]")
        .await?;
    lead.go(&at(project, "conflicts")).await?;
    lead.find("[data-testid='conflict'][data-current='true']")
        .await?;
    picture(lead, "w9-agenda-zh").await
}

/// A new value in the field's own control: a date, and one of the choices.
async fn a_new_value(lead: &Person, project: &str, task: &str, li: &str) -> Result<()> {
    for (field, control, value) in [
        ("current_end", "INPUT", "2026-04-15"),
        ("owner", "SELECT", li),
    ] {
        let place = format!("[data-testid='conflict'][data-record='{task}'][data-field='{field}']");
        lead.click(&format!("{place} [data-testid='open-one']"))
            .await?;
        let tag = "return document.querySelector(arguments[0]).tagName;";
        let new = format!("{place} [data-testid='new-value']");
        assert_eq!(lead.run(tag, json!([new])).await?, control);
        lead.click(&format!("{place} [data-testid='option-new']"))
            .await?;
        lead.click(&format!("{place} [data-testid='decide']"))
            .await?;
        lead.find(&format!("{place} [role='alert']")).await?;
        lead.run(
            "put(document.querySelector(arguments[0]), arguments[1]);",
            json!([new, value]),
        )
        .await?;
        lead.find(&format!("{place} [data-testid='why']"))
            .await?
            .send_keys("都等得及")
            .await?;
        lead.click(&format!("{place} [data-testid='decide']"))
            .await?;
        lead.wait(
            "it to be settled",
            "return document.querySelector(arguments[0]) === null;",
            json!([place]),
        )
        .await?;
    }
    lead.saved().await?;
    let empty = lead.text("main").await?;
    ensure!(empty.contains("没有不一致"), "{empty}");
    let file = lead.export_read(project).await?;
    assert_eq!(file.current(task, "current_end"), "2026-04-15");
    assert_eq!(file.current(task, "owner"), li);
    let meeting = file
        .records("meeting")
        .into_iter()
        .find(|one| file.current(one, "meeting_name") == "周例会");
    lead.go(&at(project, meeting.context("a meeting")?)).await?;
    let settled = "return document.querySelectorAll('[data-testid=meeting-agenda] [data-settled=true]').length === 2;";
    lead.wait("both settled", settled, json!([]))
        .await
        .map(drop)
}

#[test]
fn only_the_differences_of_one_person_are_gone_through() {
    test(async |world: &World| -> Result<()> {
        let Friday {
            lead,
            project,
            files,
            ..
        } = friday(world).await?;
        let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        lead.take(&project, &all).await?;
        lead.go(&at(&project, "conflicts")).await?;
        picture(&lead, "w9-zh").await?;
        in_english(&lead, true).await?;
        picture(&lead, "w9-en").await?;
        in_english(&lead, false).await?;
        let wu = "const whose = testid('whose');
            const wu = [...whose.options].find((one) => one.textContent.includes('吴主管'));
            whose.value = wu.value;
            whose.dispatchEvent(new Event('change', { bubbles: true }));";
        lead.find(&testid("whose")).await?;
        lead.run(wu, json!([])).await?;
        let one = "return testid('position').innerText === '1 / 1' && document.querySelector('[data-testid=conflict]:not([hidden])').dataset.field === 'owner';";
        lead.wait("only hers", one, json!([])).await?;
        assert_eq!(
            lead.count(&testid("conflict")).await?,
            3,
            "the others stay in the page"
        );
        Ok(())
    });
}
