//! The links of the plan, read in the order in which they were made.

use super::network::{Link, LinkKind};
use super::plan::{PlanTask, Progress};
use crate::model::change::Change;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::template::Form;
use crate::templates::dependency;
use std::collections::BTreeMap;

/// The links in the order in which their predecessors were written, and the tasks of which one is gone.
pub(super) fn read_links(
    log: &Log,
    tasks: &[PlanTask],
    places: &BTreeMap<RecordId, u32>,
) -> (Vec<Link>, Vec<u32>) {
    let key = FieldKey::of(dependency::PREDECESSOR.name);
    let mut found: Vec<(Option<&Change>, Link)> = Vec::new();
    let mut broken = Vec::new();
    for record in log.rows(dependency::KIND) {
        let row = Form::new(log, record);
        let to = log
            .parent_of(row.record())
            .and_then(|task| places.get(&task));
        let (Some(to), Some(predecessor)) = (to, row.get(dependency::PREDECESSOR)) else {
            continue;
        };
        match places.get(&predecessor) {
            Some(from) => {
                let written = log.live(row.record(), &key).first().map(|live| live.change);
                found.push((written, link(&row, *from, *to)));
            }
            None => broken.push(*to),
        }
    }
    sort_by(&mut found, |a, b| match (a.0, b.0) {
        (Some(a), Some(b)) => a.order(b),
        _ => a.0.is_some().cmp(&b.0.is_some()),
    });
    let counts = |task: &u32| tasks[*task as usize].progress != Progress::Cancelled;
    broken.retain(counts);
    broken.dedup();
    let links = found.into_iter().map(|(_, link)| link);
    (
        links
            .filter(|link| counts(&link.from) && counts(&link.to))
            .collect(),
        broken,
    )
}

fn link(row: &Form<'_>, from: u32, to: u32) -> Link {
    let kind = row.get(dependency::KIND_OF);
    let kind = match kind.as_deref() {
        Some(key) if key == dependency::SS.key => LinkKind::StartStart,
        Some(key) if key == dependency::FF.key => LinkKind::FinishFinish,
        Some(key) if key == dependency::SF.key => LinkKind::StartFinish,
        _ => LinkKind::FinishStart,
    };
    let lag = row.get(dependency::LAG_DAYS).unwrap_or(0).clamp(-100, 100);
    Link {
        from,
        to,
        kind,
        lag: lag as i32,
    }
}
