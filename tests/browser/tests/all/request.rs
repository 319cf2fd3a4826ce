//! A form that only declares itself has its way through the screens: from 更多表单 to its list, a new one, its step, the
//! tab of its step, and the to-dos of who has to act.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{World, test};
use serde_json::json;

use crate::at;

#[test]
fn a_resource_request_is_found_begun_submitted_and_waits_for_the_lead() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        let project = person.new_lamp().await?;
        person.go(&at(&project, "task")).await?;
        person.find(".grid-table [data-record^='task/']").await?;
        let task = person.records("task").await?.remove(0);
        person.go(&at(&project, "department")).await?;
        person
            .find(".grid-table [data-record^='department/']")
            .await?;
        let department = person.records("department").await?.pop();
        person.go(&at(&project, "")).await?;
        let more = testid("more-forms");
        person.click(&format!("{more} summary")).await?;
        person
            .click(&format!("{more} a[href$='/resource_request']"))
            .await?;
        let empty = person.text(".empty").await?;
        ensure!(empty.contains("资源申请"), "{empty}");
        person.click(&testid("new-record")).await?;
        let request = person.wait_records("resource_request", 1).await?.remove(0);
        for (field, value) in [
            ("title", "体验测试人员"),
            ("resource_type", "people"),
            ("resource_item", "客服测试员"),
            ("quantity", "2"),
            ("unit", "人"),
            ("need_from", "2099-03-12"),
            ("need_to", "2099-03-13"),
            ("purpose", "试用新品，写下 20 条意见"),
            ("linked_task", &task),
            ("priority", "p1"),
            ("impact_if_refused", "上市推迟 3 天"),
            ("provider_dept", &department.unwrap_or_default()),
        ] {
            person.quick_fill(&request, field, value).await?;
        }
        person.saved().await?;
        let submit = "button[data-step='submit']";
        let open = format!("return document.querySelector(\"{submit}\")?.dataset.missing === '0';");
        person
            .wait("nothing to be missing", &open, json!([]))
            .await?;
        person.click(submit).await?;
        person.find("button[data-step='coordinate']").await?;
        person.find(".tabs .tab[href$='/resource_request']").await?;
        person.go(&at(&project, "todo")).await?;
        let item = format!("{} a[href*='resource_request']", testid("todo-item"));
        let told = person.text(&item).await?;
        ensure!(
            told.contains("R-1") && told.contains("客服测试员"),
            "{told}"
        );
        person.go(&at(&project, "resource_request")).await?;
        person
            .find(&format!(".grid-table [data-record='{request}']"))
            .await?;
        Ok(())
    });
}
