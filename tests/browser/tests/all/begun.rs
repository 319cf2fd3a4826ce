//! The first mail of the scenarios besides the project (ux-method.md §6 and §12, walks R, I, O), each within what it
//! may take; and a problem from its first step to its last, the clocks of which are told to the chat.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Hand, Person, World, test};
use serde_json::{Value, json};

use crate::at;

/// A scenario with what is typed for it: field, which of its name, text; then presses and lines that it may take.
struct Beginning {
    scenario: &'static str,
    typed: &'static [(&'static str, usize, &'static str)],
    most: (u32, u32),
}

const BEGINNINGS: [Beginning; 3] = [
    Beginning {
        scenario: "resource",
        typed: &[
            ("project_name", 0, "第二季度培训教室统筹"),
            ("person", 0, "孙经理"),
            ("department", 0, "运营部"),
            ("shared", 0, "培训教室"),
            (
                "resource",
                0,
                "培训教室 A 1 间 市场部 周专员\n大会议室 1 间 行政部",
            ),
            ("department.representative", 0, "赵主管"),
            ("department.representative", 1, "吴主管"),
        ],
        most: (6, 14),
    },
    Beginning {
        scenario: "process",
        typed: &[
            ("project_name", 0, "报销流程优化"),
            ("person", 0, "刘经理"),
            ("department", 0, "财务部"),
            ("process", 0, "费用报销"),
            ("baseline_value", 0, "9"),
            ("target_value", 0, "5"),
            ("owning", 0, "财务部"),
            ("department.representative", 0, "陈专员"),
            ("department.representative", 1, "赵主管"),
            ("department.representative", 2, "李主管"),
        ],
        most: (6, 15),
    },
    Beginning {
        scenario: "problem",
        typed: &[
            ("wrong", 0, "首周运输破损投诉 37 起"),
            ("affected", 0, "散件发货的客户"),
            ("person", 0, "郑主管"),
            ("department", 0, "供应链部"),
            ("department.representative", 0, "吴主管"),
            ("department.representative", 1, "李主管"),
        ],
        most: (6, 8),
    },
];

/// From the page of all projects to the word that it was sent; the project.
async fn to_first_mail(person: &Person, beginning: &Beginning) -> Result<String> {
    person.open("#/").await?;
    let hand = Hand::of(person);
    hand.click(&testid("new-project")).await?;
    hand.click(&format!(
        "[data-field='scenario'][value='{}']",
        beginning.scenario
    ))
    .await?;
    for (field, number, text) in beginning.typed {
        let own = "const all = document.querySelectorAll(`main [data-field='${arguments[0]}']`);
            for (const one of document.querySelectorAll('[data-hand]')) delete one.dataset.hand;
            if (!all[arguments[1]]) return false;
            all[arguments[1]].dataset.hand = ''; return true;";
        person
            .wait(
                &format!("{field} number {number}"),
                own,
                json!([field, number]),
            )
            .await?;
        hand.types("[data-hand]", text).await?;
        person.press("Tab", 0).await?;
    }
    hand.click(&testid("create-project")).await?;
    let project = person.made().await?;
    hand.click(&testid("save-and-copy")).await?;
    person.downloaded().await?;
    hand.click(&testid("mark-sent")).await?;
    let (presses, lines) = beginning.most;
    hand.within(presses, lines)?;
    Ok(project)
}

#[test]
fn the_other_scenarios_lead_to_a_first_mail_and_a_problem_is_solved_step_by_step() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("sun").await?;
        let mut project = String::new();
        for beginning in &BEGINNINGS {
            project = to_first_mail(&person, beginning).await?;
            let file = person.export_read(&project).await?;
            match beginning.scenario {
                "resource" => ensure!(file.records("resource").len() == 2, "the ledger"),
                "problem" => ensure!(
                    file.current(file.records("issue")[0], "status") == "submitted",
                    "the issue is handed in"
                ),
                _ => ensure!(!file.records("task").is_empty(), "the preset plan"),
            }
        }
        solved(&person, &project).await
    });
}

/// What is written in each step; the rest is filled in or may stay empty.
const STEPS: [(&str, &[(&str, &str)]); 7] = [
    ("facts", &[]),
    ("reply", &[("outside", "停发排查，48 小时内给补发方案")]),
    (
        "containment",
        &[
            ("containment", "停发散件，在途加气柱袋"),
            ("containment_check", "当天新增 37 → 9 起"),
        ],
    ),
    (
        "cause",
        &[
            ("why_one", "外箱角没有缓冲"),
            ("why_not_detected", "跌落测试只按整托做"),
        ],
    ),
    ("actions", &[]),
    ("verification", &[("verify_result", "两周 0 起")]),
    ("prevention", &[("standard_updates", "外箱跌落标准")]),
];

async fn solved(person: &Person, project: &str) -> Result<()> {
    person.go(&at(project, "issue")).await?;
    let issue = person.wait_records("issue", 1).await?.remove(0);
    person.go(&at(project, &issue)).await?;
    person.find(&testid("case")).await?;
    let hand = Hand::of(person);
    for (step, typed) in STEPS {
        let place = format!("{}[data-step='{step}']", testid("case-step"));
        person.find(&format!("{place}[data-now='true']")).await?;
        for (field, text) in typed {
            hand.types(
                &format!("{place} [data-field='{field}']"),
                &format!("{text}\t"),
            )
            .await?;
        }
        if step == "actions" {
            for line in ["李主管 改外箱缓冲 下周三", "吴主管 补做散件跌落测试 下周五"]
            {
                hand.types(&testid("case-action"), &format!("{line}\n"))
                    .await?;
            }
            let both = "return document.querySelectorAll('.case-actions li').length === 2;";
            person.wait("both actions", both, json!([])).await?;
        }
        let before = person.text(&testid("case-chat")).await?;
        hand.click(&format!("{place} {}:enabled", testid("step-done")))
            .await?;
        person.find(&format!("{place}[data-done='true']")).await?;
        let told = "return testid('case-chat').innerText !== arguments[0];";
        person
            .wait("the chat to follow", told, json!([before]))
            .await?;
    }
    hand.within(14, 12)?;
    person.saved().await?;
    let file = person.export_read(project).await?;
    let case = file.records("case");
    ensure!(case.len() == 1, "{case:?}");
    let stamps = ["facts_at", "contained_at", "cause_at", "verified_at"];
    for stamp in stamps {
        ensure!(*file.current(case[0], stamp) != Value::Null, "{stamp}");
    }
    Ok(())
}
