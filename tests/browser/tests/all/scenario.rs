//! The main job: one fills a project and sends it, two edit and send it back, the first takes both,
//! decides, and sends the result.

use std::path::PathBuf;
use std::rc::Rc;

use anyhow::{Result, ensure};
use browser_tests::{Person, ProjectFile, World, test};

use crate::{add_task, at, sign};

/// What A has made before sending.
struct Begun {
    project: String,
    tasks: Vec<String>,
    metric: String,
    file: PathBuf,
}

#[test]
fn three_people_fill_edit_merge_and_decide_and_nothing_is_lost() {
    test(async |world: &World| -> Result<()> {
        let a = world.person("lin").await?;
        let begun = begin(&a).await?;
        let project = begun.project.as_str();

        let b = world.person("wang").await?;
        let first = b.take_first(&begun.file).await?;
        let sent = ProjectFile::read(&begun.file)?;
        assert_eq!(
            (first.new, first.known, first.conflicts),
            (sent.changes().len() as u64, 0, 0)
        );
        edit_as_b(&b, &begun).await?;
        let from_b = b.export(project).await?;

        let c = world.person("chen").await?;
        c.take_first(&begun.file).await?;
        edit_as_c(&c, &begun).await?;
        let from_c = c.export(project).await?;

        // A goes on meanwhile, and also has a second computer with the same content.
        a.go(&at(project, "charter")).await?;
        a.fill("charter", "goal_statement", "目标 甲又改").await?;
        a.saved().await?;
        let from_a = a.export(project).await?;
        let a2 = world.person("lin-at-home").await?;
        a2.take_first(&from_a).await?;

        let took_b = a.take(project, &[&from_b]).await?;
        let took_c = a.take(project, &[&from_c]).await?;
        a2.take(project, &[&from_c]).await?;
        a2.take(project, &[&from_b]).await?;
        assert_eq!(took_b.new as usize, news(&from_b, &sent)?, "of B");
        assert_eq!(took_c.new as usize, news(&from_c, &sent)?, "of C");

        let (whole, whole2) = (
            a.export_read(project).await?,
            a2.export_read(project).await?,
        );
        assert_eq!(
            whole.content()?,
            whole2.content()?,
            "the order of taking must not matter"
        );
        let open = a.conflicts(project).await?;
        assert_eq!(open, a2.conflicts(project).await?, "the same places differ");
        assert_eq!(
            open.len() as u64,
            took_c.conflicts,
            "as many as the preview said"
        );
        let mut wanted = vec![
            ("charter".to_owned(), "goal_statement".to_owned()),
            (begun.tasks[2].clone(), "deleted".to_owned()),
        ];
        wanted.sort();
        assert_eq!(open, wanted);

        nothing_is_lost(&a, &begun, &whole, &[&from_a, &from_b, &from_c]).await?;
        decide(&a, &whole, project).await?;

        let decided = a.export(project).await?;
        let last = b.take(project, &[&decided]).await?;
        assert_eq!(last.conflicts, 0, "the decisions settle it at B too");
        assert_eq!(b.conflicts(project).await?, []);
        assert_eq!(
            b.export_read(project).await?.content()?,
            ProjectFile::read(&decided)?.content()?
        );
        b.go(&at(project, "charter")).await?;
        b.wait_shown("charter", "goal_statement", "目标 丙").await
    });
}

/// A makes a project with a goal, a metric, three tasks and an issue, and saves the file.
async fn begin(a: &Rc<Person>) -> Result<Begun> {
    let project = a.new_project("新产品上市").await?;
    a.go(&at(&project, "charter")).await?;
    a.fill("charter", "goal_statement", "目标 甲").await?;
    a.fill("charter", "background", "背景 甲").await?;
    a.click("[data-testid='add-row'][data-rows='metric']")
        .await?;
    let metric = a.wait_records("metric", 1).await?.remove(0);
    a.fill(&metric, "name", "首月销量 甲").await?;
    let mut tasks = Vec::new();
    for title in ["任务一 甲", "任务二 甲", "任务三 甲"] {
        tasks.push(add_task(a, &project, title).await?);
    }
    a.go(&at(&project, "issue/new")).await?;
    let issue = a.wait_records("issue", 1).await?.remove(0);
    a.fill(&issue, "title", "问题一 甲").await?;
    a.saved().await?;
    let file = a.export(&project).await?;
    Ok(Begun {
        project,
        tasks,
        metric,
        file,
    })
}

/// B: the same field, another field, a new task, and deletes the third one.
async fn edit_as_b(b: &Rc<Person>, begun: &Begun) -> Result<()> {
    let project = begun.project.as_str();
    b.go(&at(project, "charter")).await?;
    sign(b, "王芳").await?;
    b.fill("charter", "goal_statement", "目标 乙").await?;
    b.fill("charter", "background", "背景 乙").await?;
    b.go(&at(project, &begun.tasks[0])).await?;
    b.fill(&begun.tasks[0], "title", "任务一 乙").await?;
    add_task(b, project, "任务四 乙").await?;
    b.go(&at(project, &begun.tasks[2])).await?;
    b.click("[data-testid='delete-record']").await?;
    b.wait_records("task", 3).await?;
    b.saved().await
}

/// C: the same field, other fields, an issue, and edits what B deletes.
async fn edit_as_c(c: &Rc<Person>, begun: &Begun) -> Result<()> {
    let project = begun.project.as_str();
    c.go(&at(project, "charter")).await?;
    sign(c, "陈晨").await?;
    c.fill("charter", "goal_statement", "目标 丙").await?;
    c.fill(&begun.metric, "name", "首月销量 丙").await?;
    c.go(&at(project, &begun.tasks[0])).await?;
    c.fill(&begun.tasks[0], "deliverable", "成果 丙").await?;
    c.go(&at(project, &begun.tasks[2])).await?;
    c.fill(&begun.tasks[2], "title", "任务三 丙").await?;
    c.go(&at(project, "issue/new")).await?;
    let issue = c.wait_records("issue", 1).await?.remove(0);
    c.fill(&issue, "title", "问题二 丙").await?;
    c.saved().await
}

/// How many changes of the file are not in what was sent.
fn news(file: &std::path::Path, sent: &ProjectFile) -> Result<usize> {
    let file = ProjectFile::read(file)?;
    let known = sent.lines();
    Ok(file
        .lines()
        .iter()
        .filter(|line| !known.contains(line))
        .count())
}

/// Every line of every file is in the merged one, and what differs can be read.
async fn nothing_is_lost(
    a: &Rc<Person>,
    begun: &Begun,
    whole: &ProjectFile,
    files: &[&PathBuf],
) -> Result<()> {
    let lines = whole.lines();
    for path in files {
        let file = ProjectFile::read(path)?;
        ensure!(
            !file.lines().is_empty(),
            "a file without changes proves nothing"
        );
        for line in file.lines() {
            ensure!(lines.contains(&line), "lost: {line}");
        }
    }
    assert_eq!(whole.current("charter", "background"), "背景 乙");
    assert_eq!(whole.current(&begun.metric, "name"), "首月销量 丙");
    assert_eq!(whole.current(&begun.tasks[0], "title"), "任务一 乙");
    assert_eq!(whole.current(&begun.tasks[0], "deliverable"), "成果 丙");
    assert_eq!(
        whole.current(&begun.tasks[2], "title"),
        "任务三 丙",
        "in doubt visible"
    );
    assert_eq!(
        (whole.records("task").len(), whole.records("issue").len()),
        (4, 2)
    );
    a.go(&at(&begun.project, "conflicts")).await?;
    let text = a
        .text("[data-testid='conflict'][data-record='charter'][data-field='goal_statement']")
        .await?;
    for part in ["目标 甲又改", "目标 乙", "目标 丙", "王芳", "陈晨"] {
        ensure!(text.contains(part), "{part} is not told: {text}");
    }
    Ok(())
}

/// Settles the goal as C wrote it, and keeps the deleted task.
async fn decide(a: &Rc<Person>, whole: &ProjectFile, project: &str) -> Result<()> {
    a.go(&at(project, "conflicts")).await?;
    let open = a.conflicts_here().await?.len();
    for (part, settled) in [("目标 丙", 1), ("留着", 2)] {
        let script = "const all = [...document.querySelectorAll('[data-testid=conflict] label')];
            const one = all.find((label) => label.querySelector('[data-testid=option]') && label.innerText.includes(arguments[0]));
            if (!one) return false;
            one.querySelector('[data-testid=option]').click();
            one.closest('[data-testid=conflict]').querySelector('[data-testid=decide]').click();
            return true;";
        a.wait(
            &format!("the choice {part}"),
            script,
            serde_json::json!([part]),
        )
        .await?;
        let gone =
            "return document.querySelectorAll('[data-testid=conflict]').length === arguments[0];";
        a.wait(
            "the difference to be settled",
            gone,
            serde_json::json!([open - settled]),
        )
        .await?;
    }
    a.saved().await?;
    let after = a.export_read(project).await?;
    assert_eq!(after.current("charter", "goal_statement"), "目标 丙");
    assert_eq!(after.records("task").len(), 4);
    ensure!(
        whole.written().is_subset(&after.written()),
        "deciding keeps what was not chosen"
    );
    Ok(())
}
