//! The links of the plan, read in the order in which they were made.

use super::network::{Link, LinkKind};
use super::plan::{PlanTask, Progress};
use crate::model::id::{ChangeId, FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::sort::sort_by;
use crate::model::template::Form;
use crate::templates::dependency;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The links in the order in which their predecessors were written, and the tasks of which one is gone.
pub(super) fn read_links(
    log: &Log,
    tasks: &[Rc<PlanTask>],
    places: &BTreeMap<RecordId, u32>,
) -> (Vec<Link>, Vec<u32>) {
    let mut found: Vec<(Written, Link)> = Vec::new();
    let mut broken = Vec::new();
    for row in log.each_row(dependency::KIND, "plan", (), read_link).iter() {
        let Some(to) = places.get(&row.task) else {
            continue;
        };
        match places.get(&row.predecessor) {
            Some(from) => {
                let link = Link {
                    from: *from,
                    to: *to,
                    ..row.link
                };
                found.push((row.written, link));
            }
            None => broken.push(*to),
        }
    }
    sort_by(&mut found, |a, b| a.0.cmp(&b.0));
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

/// When its predecessor was written, in the one order of changes.
type Written = Option<(u64, ChangeId)>;

/// What a row says of a link; its ends have no places yet.
#[derive(PartialEq)]
struct LinkRead {
    task: RecordId,
    predecessor: RecordId,
    written: Written,
    link: Link,
}

fn read_link(log: &Log, record: &RecordId) -> Option<LinkRead> {
    let row = Form::new(log, record.clone());
    let key = FieldKey::of(dependency::PREDECESSOR.name);
    let live = log.live(record, &key);
    Some(LinkRead {
        task: log.parent_of(record)?,
        predecessor: row.get(dependency::PREDECESSOR)?,
        written: live
            .first()
            .map(|live| (live.change.lamport, live.change.id)),
        link: link(&row),
    })
}

fn link(row: &Form<'_>) -> Link {
    let kind = row.get(dependency::KIND_OF);
    let kind = match kind.as_deref() {
        Some(key) if key == dependency::SS.key => LinkKind::StartStart,
        Some(key) if key == dependency::FF.key => LinkKind::FinishFinish,
        Some(key) if key == dependency::SF.key => LinkKind::StartFinish,
        _ => LinkKind::FinishStart,
    };
    let lag = row.get(dependency::LAG_DAYS).unwrap_or(0).clamp(-100, 100);
    Link {
        from: 0,
        to: 0,
        kind,
        lag: lag as i32,
    }
}
