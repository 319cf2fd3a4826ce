//! Friday 9:30: five files at once, looked at before they are taken (ux.md §1, §7 check 6).

use crate::{at, sign};
use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, ProjectFile, World, test};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A project with five replies.
pub(crate) struct Friday {
    pub(crate) lead: Rc<Person>,
    pub(crate) project: String,
    pub(crate) task: String,
    pub(crate) li: String,
    pub(crate) files: Vec<PathBuf>,
}

/// Opens the file without saying who one is: whatever is edited then counts at once.
pub(crate) async fn open(person: &Person, file: &Path) -> Result<()> {
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

pub(crate) async fn friday(world: &World) -> Result<Friday> {
    let lead = world.person("wang").await?;
    let project = lead.new_lamp().await?;
    let asked = lead.ask_file(&project).await?;
    lead.click(&testid("mark-sent")).await?;
    let file = ProjectFile::read(&asked)?;
    let member = |name: &str| file.find("member", "person", name).map(str::to_owned);
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
    rep.done().await;

    let rep = world.person("zhao").await?;
    open(&rep, &asked).await?;
    edit(&rep, &project, &[(&theirs, "deliverable", "渠道名单")]).await?;
    am(&rep, &zhao).await?;
    files.push(rep.export(&project).await?);
    rep.done().await;

    let rep = world.person("stranger").await?;
    open(&rep, &asked).await?;
    edit(&rep, &project, &[(&hers, "deliverable", "推广物料包")]).await?;
    sign(&rep, "陈主管").await?;
    files.push(rep.export(&project).await?);
    rep.done().await;

    let rep = world.person("wu").await?;
    open(&rep, &asked).await?;
    edit(&rep, &project, &[(&task, "owner", &wu)]).await?;
    am(&rep, &wu).await?;
    files.push(rep.export(&project).await?);
    rep.done().await;
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
pub(crate) async fn picture(person: &Person, name: &str) -> Result<()> {
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

pub(crate) async fn in_english(person: &Person, is_english: bool) -> Result<()> {
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

pub(crate) async fn chosen(person: &Person) -> Result<Value> {
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
            "新，在您 ",
            " 发出的那份上改的，不影响别人",
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
        lead.stores_the_same_as(&before).await?;

        groups(&lead).await?;
        leave_one_out(&lead).await?;
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
    let found = "return document.querySelectorAll('#preview-part .sentences li').length === 1;";
    lead.wait("one sentence", found, json!([])).await?;
    let empty = "const one = testid('preview-search'); put(one, '');";
    lead.run(empty, json!([])).await?;
    lead.click("[data-testid='preview-tab'][data-group='known']")
        .await?;
    lead.find("#preview-part .sentences li").await.map(drop)
}

/// A file that is not ticked is not taken; ticked again it is.
async fn leave_one_out(lead: &Person) -> Result<()> {
    let number = "return testid('import-accept').innerText.match(/\\d+/)[0];";
    let all = lead.run(number, json!([])).await?;
    let says = "return testid('import-accept').innerText.includes(` ${arguments[0]} `);";
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
