//! The two passes over a network: how early everything can lie, and how late without moving what follows
//! (F-08, views.md §1.3 and §1.4). Days are numbers of working days.

use super::network::{Link, LinkKind, Network};

/// Whether links may still move a task's first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Starts {
    /// Nothing has begun.
    #[default]
    Open,
    /// It has started: a fact that what comes before cannot change.
    Started,
    /// It is over: neither day changes.
    Over,
    /// It does not count: cancelled, or without dates.
    Absent,
}

/// What a task brings into the passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TaskSpan {
    /// It starts no earlier; of one that has started, its first day.
    pub first: i32,
    /// Working days, at least 1.
    pub length: i32,
    /// It ends no earlier, whatever its length.
    pub ends: Option<i32>,
    pub starts: Starts,
}

impl TaskSpan {
    fn counts(&self) -> bool {
        self.starts != Starts::Absent
    }
}

/// Where a task comes to lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Early {
    pub start: i32,
    pub end: i32,
    /// The link that set its dates, by its place; nothing where they are its own.
    pub driver: Option<u32>,
}

/// The earliest days of the end that a link leads to: of its start or of its end.
enum Bound {
    Start(i32),
    End(i32),
}

/// What a link demands of the task that waits.
fn bound(link: Link, from: Early) -> Bound {
    match link.kind {
        LinkKind::FinishStart => Bound::Start(from.end + 1 + link.lag),
        LinkKind::StartStart => Bound::Start(from.start + link.lag),
        LinkKind::FinishFinish => Bound::End(from.end + link.lag),
        LinkKind::StartFinish => Bound::End(from.start + link.lag - 1),
    }
}

/// The earliest days of every task.
pub fn passed_forward(network: &Network, spans: &[TaskSpan]) -> Vec<Early> {
    let mut early = vec![Early::default(); spans.len()];
    for task in network.order() {
        early[*task as usize] = placed(network, spans, &early, *task);
    }
    early
}

/// The earliest days of a task, when those of all that it waits for are known.
pub(super) fn placed(network: &Network, spans: &[TaskSpan], early: &[Early], task: u32) -> Early {
    let span = spans[task as usize];
    let own_end = (span.first + span.length - 1).max(span.ends.unwrap_or(i32::MIN));
    let mut placed = Early {
        start: span.first,
        end: own_end,
        driver: None,
    };
    if matches!(span.starts, Starts::Over | Starts::Absent) {
        return placed;
    }
    for at in network.before(task) {
        let link = network.link(*at);
        if !spans[link.from as usize].counts() {
            continue;
        }
        let start = match (bound(link, early[link.from as usize]), span.starts) {
            (Bound::End(end), Starts::Started) if end > placed.end => {
                placed.end = end;
                placed.driver = Some(*at);
                continue;
            }
            (_, Starts::Started) => continue,
            (Bound::Start(start), _) => start,
            (Bound::End(end), _) => end - span.length + 1,
        };
        if start > placed.start {
            placed.start = start;
            placed.end = own_end.max(start + span.length - 1);
            placed.driver = Some(*at);
        }
    }
    placed
}

/// The latest end of every task that moves nothing later than the ends given: `limit` for each task, where it has one
/// of its own, and `end` for those that nothing waits for. Nothing for a task that is over or does not count.
pub fn latest_ends(
    network: &Network,
    spans: &[TaskSpan],
    early: &[Early],
    end: Option<i32>,
    limit: impl Fn(u32) -> Option<i32>,
) -> Vec<Option<i32>> {
    let mut latest: Vec<Option<i32>> = vec![None; spans.len()];
    for task in network.order().iter().rev() {
        if matches!(spans[*task as usize].starts, Starts::Over | Starts::Absent) {
            continue;
        }
        let mut found = [limit(*task), end].into_iter().flatten().min();
        for at in network.after(*task) {
            let link = network.link(*at);
            let allowed =
                latest[link.to as usize].and_then(|later| allowed_end(link, spans, early, later));
            found = [found, allowed].into_iter().flatten().min();
        }
        latest[*task as usize] = found;
    }
    latest
}

/// The latest end of a link's first task, if the one that waits may end on day `latest`; nothing where that one has
/// started and the link no longer holds it.
pub(super) fn allowed_end(
    link: Link,
    spans: &[TaskSpan],
    early: &[Early],
    latest: i32,
) -> Option<i32> {
    let length = |task: u32| early[task as usize].end - early[task as usize].start;
    let starts = latest - length(link.to);
    let is_open = spans[link.to as usize].starts == Starts::Open;
    match link.kind {
        LinkKind::FinishStart => is_open.then_some(starts - 1 - link.lag),
        LinkKind::StartStart => is_open.then(|| starts - link.lag + length(link.from)),
        LinkKind::FinishFinish => Some(latest - link.lag),
        LinkKind::StartFinish => Some(latest - link.lag + 1 + length(link.from)),
    }
}

/// By how many working days a task can slip before anything else moves, or the end of all.
pub fn free_floats(network: &Network, spans: &[TaskSpan], early: &[Early], end: i32) -> Vec<i32> {
    let free = |task: u32| {
        let own = early[task as usize];
        let slacks = network.after(task).iter().filter_map(|at| {
            let link = network.link(*at);
            slack(link, spans, early)
        });
        slacks.chain([end - own.end]).min().unwrap_or(0)
    };
    (0..spans.len() as u32).map(free).collect()
}

/// By how many working days a link's first task can slip before the one that waits must move; negative where the dates
/// are out of order. Nothing where the link no longer holds.
pub(super) fn slack(link: Link, spans: &[TaskSpan], early: &[Early]) -> Option<i32> {
    let to = spans[link.to as usize];
    let waits = early[link.to as usize];
    if !spans[link.from as usize].counts() || matches!(to.starts, Starts::Over | Starts::Absent) {
        return None;
    }
    match bound(link, early[link.from as usize]) {
        Bound::Start(start) => (to.starts == Starts::Open).then(|| waits.start - start),
        Bound::End(end) => Some(waits.end - end),
    }
}
