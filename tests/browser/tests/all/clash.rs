//! Two requests for one room (ux-method.md §12, walk 4b): asked for from the row of a task, answered by who provides
//! it, both ruled in one act with one reason.

use anyhow::Result;
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Hand, World, test};
use serde_json::json;

use crate::at;
use crate::opinions::is;

const PROJECT: &str = "70C1ASHWA1";

/// A room of the marketing department, kept by 成员2 and granted to the first task; the second task is 成员4's.
fn one_room() -> Draft {
    let mut draft = Draft::plan(PROJECT, "台灯", 2)
        .with("settings", "status", json!("running"))
        .with(&record("member", 0), "project_role", json!("lead"))
        .with(&record("member", 0), "department", json!(null));
    for at in 1..4 {
        draft = draft.with(&record("member", at), "project_role", json!("rep"));
    }
    for (at, owner) in [(0, 2), (1, 3)] {
        let task = record("task", at);
        draft = draft
            .with(&task, "owner", json!(record("member", owner)))
            .with(&task, "status", json!("todo"))
            .with(&task, "current_start", json!("2096-04-16"))
            .with(&task, "current_end", json!("2096-04-20"));
    }
    let (room, request) = (record("resource", 0), record("resource_request", 0));
    for (field, value) in [
        ("name", json!("培训教室 A")),
        ("type", json!("venue")),
        ("owner_dept", json!(record("department", 1))),
        ("keeper", json!(record("member", 1))),
        ("capacity", json!("1")),
        ("unit", json!("间")),
        ("exclusive", json!(true)),
    ] {
        draft = draft.with(&room, field, value);
    }
    for (field, value) in [
        ("code", json!(1)),
        ("resource_item", json!("培训教室 A")),
        ("resource_type", json!("venue")),
        ("requester", json!(record("member", 2))),
        ("request_dept", json!(record("department", 2))),
        ("quantity", json!("1")),
        ("unit", json!("间")),
        ("need_from", json!("2096-04-16")),
        ("need_to", json!("2096-04-20")),
        ("linked_task", json!(record("task", 0))),
        ("impact_if_refused", json!("店员没人会讲新卖点")),
        ("provider_dept", json!(record("department", 1))),
        ("keeper", json!(record("member", 1))),
        ("status", json!("decided")),
        ("approved_quantity", json!("1")),
        ("approved_from", json!("2096-04-16")),
        ("approved_to", json!("2096-04-20")),
    ] {
        draft = draft.with(&request, field, value);
    }
    draft
}

#[test]
fn a_room_is_asked_for_answered_and_ruled_with_the_one_it_clashes_with() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        one_room().write(&plan)?;
        let person = world.person("all").await?;
        person.take_as(&plan, 3).await?;
        let task = record("task", 1);
        person.go(&at(PROJECT, "task")).await?;
        let hand = Hand::of(&person);
        hand.click(&format!("tr[data-record='{task}'] td[data-key='title']"))
            .await?;
        hand.click(&testid("raise-resource_request")).await?;
        let form = person
            .find("main [data-record^='resource_request/']")
            .await?;
        let request = form.attr("data-record").await?.unwrap_or_default();
        let field = |key: &str| format!("main [data-record='{request}'] [data-field='{key}']");
        hand.types(&field("resource_item"), "培训教室 A\t").await?;
        hand.types(&field("impact_if_refused"), "首周接不住投诉\t")
            .await?;
        let told = "return document.querySelector('main').innerText.includes('R-1');";
        person
            .wait("the clash before it is handed in", told, json!([]))
            .await?;
        hand.click(&format!("{}[data-gate='submit']:enabled", testid("gate")))
            .await?;
        hand.click(".handover .button").await?;
        hand.within(4, 2)?;

        // The lead asks the provider, who offers another time.
        is(&person, 1).await?;
        person.go(&at(PROJECT, &request)).await?;
        person.click("[data-step='coordinate']").await?;
        person.saved().await?;
        is(&person, 2).await?;
        person.go(&at(PROJECT, "todo")).await?;
        let row = format!("{}[data-record='{request}']", testid("answer-request"));
        hand.click(&format!("{row} [data-answer='other_time']"))
            .await?;
        hand.types(&format!("{row} form input"), "04-23 以后都行\n")
            .await?;
        hand.within(1, 1)?;

        is(&person, 1).await?;
        person.go(&at(PROJECT, "todo")).await?;
        hand.click(&testid("open-ruling")).await?;
        hand.click(&testid("rule-proposal")).await?;
        hand.types(".ruling [data-field='decision_reason']", "两场都能按期")
            .await?;
        hand.click(&testid("rule-this")).await?;
        let gone = "return document.querySelector('[data-testid=clash]') === null;";
        person.wait("the clash to go", gone, json!([])).await?;
        hand.within(3, 1)?;
        person.saved().await?;
        let file = person.export_read(PROJECT).await?;
        for one in [record("resource_request", 0), request.clone()] {
            assert_eq!(file.current(&one, "decision_reason"), "两场都能按期");
        }
        Ok(())
    });
}
