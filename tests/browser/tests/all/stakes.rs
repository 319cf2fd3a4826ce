//! A busy lead reads the first screen alone: it names what will be replaced and by whom, in whatever a file hides it.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Forged, Person, ProjectFile, World, test};
use serde_json::{Value, json};

use crate::at;

/// A project of a lead with everything in it typed or ordered by the lead.
struct Desk {
    lead: Rc<Person>,
    project: String,
    file: ProjectFile,
    me: String,
    li: String,
    zhao: String,
    tasks: Vec<String>,
}

async fn desk(world: &World) -> Result<Desk> {
    let lead = world.person("wang").await?;
    lead.resize(1366, 768).await?;
    let project = lead.new_lamp().await?;
    for (record, field, value) in [("charter", "background", "去年缺一款入门台灯。")] {
        lead.go(&at(&project, record)).await?;
        lead.fill(record, field, value).await?;
    }
    let first = lead.export_read(&project).await?;
    let all = first.records("member").into_iter();
    let zhao = all.filter(|record| first.current(record, "person") == "赵主管");
    let zhao: Vec<&str> = zhao.collect();
    let mut tasks: Vec<String> = first
        .records("task")
        .iter()
        .map(|one| (*one).to_owned())
        .collect();
    // Those of others first: giving somebody what is theirs already changes nothing.
    tasks.sort_by_key(|task| {
        zhao.iter()
            .any(|zhao| first.current(task, "owner") == *zhao)
    });
    for task in tasks.iter().take(2) {
        lead.go(&at(&project, task)).await?;
        lead.fill(task, "deliverable", "我写的成果").await?;
    }
    lead.saved().await?;
    let file = lead.export_read(&project).await?;
    let member = |name: &str| {
        let mut all = file.records("member").into_iter();
        let one = all.find(|record| file.current(record, "person") == name);
        one.map(str::to_owned).with_context(|| name.to_owned())
    };
    let me = file.header("exported")["by"]
        .as_str()
        .context("the lead")?
        .to_owned();
    let (li, zhao) = (member("李主管")?, member("赵主管")?);
    Ok(Desk {
        lead,
        project,
        me,
        li,
        zhao,
        tasks,
        file,
    })
}

/// What stands on the first screen above the table of files.
const FIRST_SCREEN: &str = "return [...document.querySelectorAll('[data-testid=verdict] > p, [data-testid=stake]')]
    .filter((one) => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })
    .map((one) => one.innerText.replace(/\\s+/g, ' ')).join('\\n');";

impl Desk {
    fn forged(&self) -> Forged {
        Forged::of(&self.file, &self.zhao)
    }

    /// Looks at files; answers with what the first screen says.
    async fn first_screen(&self, files: &[&Path]) -> Result<String> {
        self.lead.go(&at(&self.project, "exchange")).await?;
        self.lead.give_and_look(files, 1).await?;
        let is_there = "return testid('verdict')?.innerText.length > 0;";
        self.lead.wait("the verdict", is_there, json!([])).await?;
        let text = self.lead.run(FIRST_SCREEN, json!([])).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    async fn refuse(&self) -> Result<()> {
        self.lead.click(&testid("import-refuse")).await?;
        let gone = "return testid('import-preview') === null;";
        self.lead
            .wait("no preview", gone, json!([]))
            .await
            .map(drop)
    }

    /// Each way to attack: what is written in whose name, and what the first screen must say.
    #[expect(clippy::too_many_lines, reason = "one list, an entry for each file")]
    fn variants(&self) -> Vec<(&'static str, Forged, Vec<&'static str>)> {
        let (me, li, zhao) = (self.me.as_str(), self.li.as_str(), self.zhao.as_str());
        let task = |at: usize| self.tasks[at].as_str();
        let department = |member: &str| {
            let department = self.file.current(member, "department").as_str();
            department
                .and_then(|id| id.split_once('/'))
                .map_or_else(String::new, |(_, rest)| rest.to_owned())
        };
        let confirmation = format!("confirmation/{}", department(li));
        let plain = || self.forged();
        let one = |author: &str, record: &str, field: &str, value: Value| {
            plain().write(author, record, field, value)
        };
        let delete =
            |forged: Forged, record: &str| forged.write(zhao, record, "deleted", json!(true));
        let mut innocents = plain();
        for number in 0..300 {
            let record = format!("task/0000{number:04}");
            innocents = innocents.write(zhao, &record, "title", json!("AAA 无害的一项"));
        }
        vec![
            (
                "the goal",
                one(zhao, "charter", "goal_statement", json!("不上市了")),
                vec![
                    "其中 1 处会替换您现在的内容",
                    "内容 1 处",
                    "赵主管的文件",
                    "不上市了",
                    "替换您写的",
                ],
            ),
            (
                "a deletion",
                delete(plain(), task(3)),
                vec!["其中 1 处会替换", "删除 1 处", "赵主管的文件"],
            ),
            (
                "thirteen deletions",
                self.tasks[..13]
                    .iter()
                    .fold(plain(), |forged, task| delete(forged, task)),
                vec!["其中 13 处会替换", "删除 13 处", "还有 9 处", "赵主管"],
            ),
            (
                "the project closed",
                one(me, "settings", "status", json!("closed")),
                vec![
                    "其中 1 处会替换",
                    "1 处署名您，但不是在这台电脑上写的",
                    "已关闭",
                    "赵主管的文件",
                ],
            ),
            (
                "the charter final",
                one(me, "charter", "status", json!("confirmed")),
                vec!["1 处署名您", "状态", "已定稿"],
            ),
            (
                "a task done",
                one(me, task(1), "status", json!("done")),
                vec!["1 处署名您，但不是在这台电脑上写的", "状态", "完成"],
            ),
            (
                "a setting",
                one(zhao, "settings", "skip_rest_days", json!(false)),
                vec!["项目设置", "时限跳过休息日", "赵主管"],
            ),
            (
                "the lead replaced",
                one(zhao, me, "project_role", json!("viewer")).write(
                    zhao,
                    zhao,
                    "project_role",
                    json!("lead"),
                ),
                vec!["人和角色", "项目负责人 → ", "→ 项目负责人", "赵主管"],
            ),
            (
                "a member joined with the lead",
                one(zhao, zhao, "same_as", json!(me)),
                vec!["人和角色", "赵主管"],
            ),
            (
                "an owner replaced",
                one(zhao, task(0), "owner", json!(zhao)),
                vec!["人和角色", "责任人", "赵主管"],
            ),
            (
                "a confirmation for another",
                one(zhao, &confirmation, "answer", json!("confirmed")),
                vec![
                    "1 处是替别人答复的",
                    "确认和答复",
                    "不是本人的答复",
                    "赵主管的文件",
                ],
            ),
            (
                "a confirmation in another's name",
                one(li, &confirmation, "answer", json!("confirmed")),
                vec![
                    "1 处定稿、确认或决定的署名不是发文件的人",
                    "署名李主管",
                    "经赵主管的文件",
                ],
            ),
            (
                "a confirmation without a basis",
                plain().change(
                    &confirmation,
                    "answer",
                    json!("confirmed"),
                    json!({ "author": zhao, "for": li }),
                ),
                vec!["1 处是替别人答复的", "不是本人的答复", "赵主管的文件"],
            ),
            (
                "the original plan",
                one(zhao, task(0), "baseline_end", json!("2027-01-01")),
                vec!["原计划", "2027-01-01", "赵主管"],
            ),
            (
                "a new row in the reader's name",
                one(me, "task/0000FAKE", "title", json!("给赵主管加薪")),
                vec!["1 处署名您，但不是在这台电脑上写的", "给赵主管加薪"],
            ),
            (
                "the order",
                one(zhao, task(0), "order", json!("zzzz")),
                vec!["位置和顺序", "赵主管的文件"],
            ),
            (
                "hidden behind three hundred lines",
                innocents.write(me, task(0), "deliverable", json!("什么都不交")),
                vec![
                    "其中 1 处会替换",
                    "1 处署名您",
                    "什么都不交",
                    "赵主管的文件",
                ],
            ),
            (
                "a very long name",
                one(zhao, zhao, "person", json!("AAA".repeat(100_000))).write(
                    zhao,
                    task(0),
                    "deliverable",
                    json!("什么都不交"),
                ),
                vec!["其中", "什么都不交", "赵主管的文件"],
            ),
            (
                "several signers",
                one(me, task(0), "deliverable", json!("甲"))
                    .write(li, task(1), "deliverable", json!("乙"))
                    .write(zhao, "charter", "background", json!("丙")),
                vec![
                    "其中 3 处会替换",
                    "署名您，但不是在这台电脑上写的",
                    "署名李主管 研发部，经赵主管的文件",
                    "甲",
                    "乙",
                    "丙",
                ],
            ),
            (
                "emptied",
                one(zhao, "charter", "background", Value::Null),
                vec!["其中 1 处会替换", "去年缺一款入门台灯", "赵主管"],
            ),
            (
                "signed by nobody",
                plain().change("charter", "background", json!("没人写的"), json!({})),
                vec!["其中 1 处会替换", "没有署名，经赵主管的文件", "没人写的"],
            ),
            (
                "everything at once",
                delete(
                    one(me, "settings", "status", json!("closed"))
                        .write(zhao, "charter", "goal_statement", json!("不上市了"))
                        .write(me, task(1), "status", json!("done")),
                    task(2),
                ),
                vec![
                    "会替换您现在的内容",
                    "删除",
                    "署名您，但不是在这台电脑上写的",
                    "不上市了",
                    "已关闭",
                ],
            ),
        ]
    }
}

#[test]
fn the_first_screen_names_what_is_replaced_and_by_whom() {
    test(async |world: &World| -> Result<()> {
        let desk = desk(world).await?;
        for (name, forged, parts) in desk.variants() {
            let file = forged.save(world.folder(), "reply.json")?;
            let text = desk.first_screen(&[&file]).await?;
            for part in parts {
                ensure!(text.contains(part), "{name}: {part} is not in: {text}");
            }
            let is_true =
                !text.contains("会替换您现在的内容") || !text.contains("您自己的修改都保留");
            ensure!(is_true, "{name}: {text}");
            picture(&desk.lead, name).await?;
            desk.refuse().await?;
        }
        Ok(())
    });
}

/// Where a picture is wanted, takes one in each language.
async fn picture(person: &Person, name: &str) -> Result<()> {
    let Some(folder) = std::env::var_os("HEPAI_SHOTS") else {
        return Ok(());
    };
    for lang in ["zh", "en"] {
        let path = PathBuf::from(&folder).join(format!("{}-{lang}.png", name.replace(' ', "-")));
        person.session()?.screenshot(&path).await?;
        person.click(&testid("language")).await?;
    }
    Ok(())
}

#[test]
fn somebody_who_only_looks_like_another_is_marked_wherever_people_are_named() {
    test(async |world: &World| -> Result<()> {
        let desk = desk(world).await?;
        let lead = &desk.lead;
        let alike = "赵\u{200B}主管";
        let unlisted = Forged::of(&desk.file, alike)
            .write(alike, "charter", "background", json!("换了一句"))
            .save(world.folder(), "unlisted.json")?;
        desk.first_screen(&[&unlisted]).await?;
        let buttons = "return [...document.querySelectorAll('.who-is button')].map((one) => one.dataset.testid);";
        assert_eq!(
            lead.run(buttons, json!([])).await?,
            json!(["join-no", "join-yes"]),
            "joining is not the first button"
        );
        let means = lead.text(&testid("join-means")).await?;
        ensure!(means.contains("赵主管"), "{means}");
        let chip = lead.text(&testid("looks-like")).await?;
        ensure!(chip.contains("赵主管"), "{chip}");
        desk.refuse().await?;
        // On the list as somebody else.
        let other = browser_tests::project_file::record("member", 77);
        let listed = desk
            .forged()
            .write(&desk.zhao, &other, "person", json!(alike))
            .save(world.folder(), "listed.json")?;
        lead.take(&desk.project, &[&listed]).await?;
        for (page, place) in [
            ("member", format!("[data-record='{other}']")),
            ("exchange", format!("[data-member='{other}']")),
            (other.as_str(), ".sheet-head".to_owned()),
        ] {
            lead.go(&at(&desk.project, page)).await?;
            let chip = lead
                .text(&format!("{place} {}", testid("looks-like")))
                .await?;
            ensure!(chip.contains("赵主管"), "{page}: {chip}");
        }
        lead.go(&at(&desk.project, "exchange")).await?;
        let chip = format!("[data-member='{}'] {}", desk.li, testid("looks-like"));
        assert_eq!(lead.count(&chip).await?, 0, "nobody looks like her");
        Ok(())
    });
}
