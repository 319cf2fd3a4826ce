//! The figures of the calendar of resources: a row for each request.

use super::who;
use crate::analysis::resources::figures::amount_text;
use crate::analysis::resources::use_calendar::UseCalendar;
use crate::analysis::telling::state_text;
use crate::analysis::words::names::bare_name;
use crate::model::Log;
use crate::model::template::{Form, Lang};
use crate::ui::chart::ChartTable;
use crate::ui::chart::dates::short;
use crate::ui::texts::{LIST_SEPARATOR, charts};

/// The rows with their head.
pub(super) fn table(log: &Log, all: &UseCalendar, lang: Lang) -> ChartTable {
    let mut rows = Vec::new();
    for thing in &all.things {
        let name = bare_name(log, &thing.resource, lang);
        let over: Vec<String> = (0..thing.used.len())
            .filter(|at| thing.is_over(*at))
            .map(|at| short(all.days[at].0))
            .collect();
        for claim in &thing.claims {
            let form = Form::new(log, claim.request.clone());
            rows.push(vec![
                name.clone(),
                who(log, claim, lang),
                format!("{} – {}", claim.days.from, claim.days.to),
                amount_text(claim.amount),
                thing.capacity.map(amount_text).unwrap_or_default(),
                state_text(&form, lang).unwrap_or_default().to_owned(),
                over.join(LIST_SEPARATOR.text(lang)),
            ]);
        }
    }
    let head = [
        charts::THING,
        charts::REQUEST,
        charts::FROM_UNTIL,
        charts::AMOUNT_ASKED,
        charts::CAPACITY,
        charts::STATE_NOW,
        charts::CLASH_DAYS,
    ];
    ChartTable {
        head: head.map(|label| label.text(lang).to_owned()).to_vec(),
        rows,
    }
}
