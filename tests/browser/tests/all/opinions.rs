//! A draft goes to six departments: four say something, one that it has nothing to say, one is silent; each line is
//! answered, the answers are shown, and then it is looked at whether the new way is kept.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Person, World, test};
use serde_json::{Value, json};

use crate::at;

pub(crate) const PROJECT: &str = "70P1N10N50";

/// The departments that are asked, each represented by the member of the next number.
const HOMES: [&str; 6] = ["市场部", "销售部", "研发部", "客服部", "供应链部", "行政部"];

/// A project about a process; 成员1 leads it and belongs to none of the six departments.
pub(crate) fn process() -> Draft {
    let mut draft = Draft::plan(PROJECT, "报销流程优化", 1)
        .with("charter", "scenario", json!("process"))
        .led_by(0, &[])
        .with(&record("member", 0), "department", Value::Null);
    for (number, name) in HOMES.iter().enumerate() {
        let (home, rep) = (record("department", number), record("member", number + 1));
        draft = draft
            .with(&home, "department", json!(name))
            .with(&home, "order", json!(format!("a{number:06}V")))
            .with(&rep, "department", json!(home))
            .with(&rep, "project_role", json!("rep"));
    }
    draft
}

/// Who uses this browser from now on.
pub(crate) async fn is(person: &Person, number: usize) -> Result<()> {
    person.click(&format!("{} summary", testid("who"))).await?;
    let other = "const all = [...document.querySelectorAll('[data-testid=identity] label')];
        const one = all.find((label) => label.innerText.includes(arguments[0])); one?.querySelector('input').click(); return !!one;";
    let name = format!("成员{number}");
    person.wait("that person", other, json!([name])).await?;
    let knows = "return document.querySelector('[data-testid=who] summary').innerText.includes(arguments[0]);";
    person
        .wait("the name", knows, json!([name]))
        .await
        .map(drop)
}

/// Says something to a clause on one's card: two clicks and two lines at most.
pub(crate) async fn say(person: &Person, clause: &str, text: &str, instead: &str) -> Result<()> {
    let place = format!("{} li[data-clause='{clause}']", testid("give-opinions"));
    person
        .click(&format!("{place} {}", testid("say-to-clause")))
        .await?;
    for (field, text) in [("opinion", text), ("suggested_text", instead)] {
        let line = person
            .find(&format!("{place} form [data-field='{field}']"))
            .await?;
        line.send_keys(text).await?;
    }
    person
        .click(&format!("{place} {}", testid("opinion-done")))
        .await?;
    person.find(&format!("{place} .quote")).await.map(drop)
}

/// Sends a draft out as the project lead; its record.
pub(crate) async fn ask(lead: &Person) -> Result<String> {
    lead.go(&at(PROJECT, "consultation/new")).await?;
    let form = lead.find("[data-record^='consultation/']").await?;
    let draft = form.attr("data-record").await?.unwrap_or_default();
    for (field, text) in [
        ("title", "费用报销管理办法"),
        ("draft_version", "0.9"),
        ("where", "部门共享盘/报销/0.9.docx"),
        ("clauses", "第 6 条\n第 8 条\n第 9 条\n第 15 条"),
    ] {
        lead.fill(&draft, field, text).await?;
    }
    let gate = format!("{}[data-gate='publish']:enabled", testid("gate"));
    lead.click(&gate).await?;
    lead.find(&testid("consultation-page")).await?;
    Ok(draft)
}

/// What the departments say: six lines, one that has nothing to say, one that is silent.
pub(crate) async fn departments_say(person: &Person) -> Result<()> {
    let said: [(usize, &[[&str; 3]]); 4] = [
        (
            2,
            &[
                ["第 6 条", "同上，大型活动常跨月", "活动结束后 30 天"],
                ["第 9 条", "500 元以下免审批", "单笔 300 元"],
                ["第 15 条", "不同意每周二集中付款", "每周二、四"],
            ],
        ),
        (3, &[["第 6 条", "出差 30 天内报销太紧", "改为 45 天"]]),
        (4, &[["第 8 条", "电子发票还要打印吗", "写明不打印"]]),
        (5, &[["第 9 条", "驻外补贴标准没有写", "附表列明"]]),
    ];
    for (number, lines) in said {
        is(person, number).await?;
        person.go(&at(PROJECT, "todo")).await?;
        for [clause, text, instead] in lines {
            say(person, clause, text, instead).await?;
        }
    }
    is(person, 6).await?;
    person.go(&at(PROJECT, "todo")).await?;
    person.click(&testid("no-comment")).await?;
    let done = format!("{}[aria-pressed='true']", testid("no-comment"));
    person.find(&done).await.map(drop)
}

#[test]
fn six_are_asked_one_is_silent_and_every_line_is_answered() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        process().write(&plan)?;
        let person = world.person("liu").await?;
        person.take_as(&plan, 0).await?;
        let draft = ask(&person).await?;
        let silent = format!("{} [data-silent='true']", testid("voices"));
        assert_eq!(person.count(&silent).await?, HOMES.len());
        departments_say(&person).await?;
        is(&person, 1).await?;
        person.go(&at(PROJECT, &draft)).await?;
        person
            .find(&format!("{}:nth-of-type(6)", testid("opinion-row")))
            .await?;
        let voices = person.text(&testid("voices")).await?;
        ensure!(voices.contains("5/6"), "{voices}");
        ensure!(voices.contains("行政部 还没答复"), "{voices}");
        ensure!(voices.contains("供应链部 无意见"), "{voices}");

        // One press a line; a reason is typed unless it is adopted as it is.
        let mut presses = 0;
        for (answer, why) in [
            ("adopted", ""),
            ("partly", "统一 45 天"),
            ("adopted", ""),
            ("declined", "金额太小"),
            ("later", "等人力定"),
            ("declined", "每周二够了"),
        ] {
            if !why.is_empty() {
                let reason = person.find(&testid("answer-reason")).await?;
                reason.send_keys(why).await?;
            }
            let strip = person.find(&testid("answer-strip")).await?;
            let line = strip.attr("data-record").await?.unwrap_or_default();
            let button = format!("{}[data-answer='{answer}']", testid("answer-opinion"));
            person
                .click(&format!("{} {button}", testid("answer-strip")))
                .await?;
            presses += 1;
            let row = format!(
                "{}[data-record='{line}'][data-answer='{answer}']",
                testid("opinion-row")
            );
            person.find(&row).await?;
        }
        let gate = format!("{}[data-gate='release']:enabled", testid("gate"));
        person.click(&gate).await?;
        presses += 1;
        ensure!(presses <= 8, "{presses} presses");
        person.find(&testid("next-round")).await?;
        let file = person.export_read(PROJECT).await?;
        assert_eq!(file.current(&draft, "status"), "answered");
        let opinions = file.records("opinion");
        assert_eq!(
            opinions.len(),
            7,
            "six lines and one word of nothing to say"
        );

        person.go(&at(PROJECT, &draft)).await?;
        person.on_paper(true).await?;
        let paper = person.text("main").await?;
        for said in ["征求意见汇总表", "统一 45 天", "是否采纳", "下版考虑"] {
            ensure!(paper.contains(said), "{said}: {paper}");
        }
        Ok(())
    });
}

#[test]
fn thirty_places_are_filled_by_keys_and_an_exception_is_granted() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        process().write(&plan)?;
        let person = world.person("zhou").await?;
        person.take_as(&plan, 0).await?;
        person.go(&at(PROJECT, "rollout_check")).await?;
        person.click(&testid("begin-rollout")).await?;
        person
            .click(&format!("{} button", testid("rollout-cell")))
            .await?;
        let mut presses = 2;
        for place in 0..30 {
            let (home, item) = (place / 5, place % 5);
            let key = if home < 4 {
                "1"
            } else {
                ["3", "3", "3", "2", "3"][item]
            };
            let focused = "const at = document.activeElement?.closest('[data-testid=rollout-cell]');
                const all = [...document.querySelectorAll('[data-testid=rollout-cell]')]; return all.indexOf(at);";
            let here = format!("return (() => {{ {focused} }})() === arguments[0];");
            person.wait("the place", &here, json!([place])).await?;
            person.press(key, 0).await?;
            presses += 1;
        }
        let rate = person.text(&testid("rollout-rate")).await?;
        ensure!(rate.contains("20/30（67%）"), "{rate}");
        let strip = testid("rollout-strip");
        let line = format!("{strip} [data-field='exception_request']");
        person.find(&line).await?.send_keys("驻外用纸单").await?;
        let day = format!("{strip} input[data-field='exception_until']");
        person.find(&day).await?.send_keys("2026-12-31").await?;
        person
            .click(&format!(
                "{strip} {}[data-answer='granted']",
                testid("answer-exception")
            ))
            .await?;
        presses += 1;
        ensure!(presses <= 35, "{presses} presses");
        let row = person
            .text(&format!("{} tbody tr:last-child", testid("rollout-table")))
            .await?;
        ensure!(row.contains("驻外用纸单，到 2026-12-31"), "{row}");
        // The card of whoever speaks for a department: all said, nothing waits.
        is(&person, 2).await?;
        person.go(&at(PROJECT, "todo")).await?;
        person
            .find(&format!("{} , main .empty", testid("todo-item")))
            .await?;
        assert_eq!(person.count(&testid("rollout-report")).await?, 0);
        Ok(())
    });
}
