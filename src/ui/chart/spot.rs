//! The places of a chart that stand for something: pressed, each leads to what its figure counts.

use crate::model::RecordId;

/// What a place leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpotTarget {
    /// These tasks of the plan.
    Tasks(Vec<RecordId>),
    /// The tasks that are not done.
    OpenTasks,
    /// The open risks of a likelihood and an impact.
    Risks(i64, i64),
    /// One form.
    One(RecordId),
}

/// A place of a chart, in pixels of its picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartSpot {
    pub at: (i64, i64),
    pub size: (i64, i64),
    /// What stands there, in words.
    pub said: String,
    pub leads_to: SpotTarget,
}

impl ChartSpot {
    fn middle(&self) -> (i64, i64) {
        (self.at.0 + self.size.0 / 2, self.at.1 + self.size.1 / 2)
    }
}

/// A way from place to place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpotStep {
    Left,
    Right,
    Up,
    Down,
    First,
    Last,
}

/// How much more a step aside weighs than one ahead.
const ASIDE: i64 = 4;

/// The place that comes next in a direction; the same where there is none.
pub fn next_spot(spots: &[ChartSpot], at: usize, step: SpotStep) -> usize {
    let here = match spots.get(at) {
        None => return 0,
        Some(spot) => spot.middle(),
    };
    let (x, y) = match step {
        SpotStep::Left => (-1, 0),
        SpotStep::Right => (1, 0),
        SpotStep::Up => (0, -1),
        SpotStep::Down => (0, 1),
        SpotStep::First => return 0,
        SpotStep::Last => return spots.len() - 1,
    };
    let far = |(_, spot): &(usize, &ChartSpot)| {
        let there = spot.middle();
        let (right, down) = (there.0 - here.0, there.1 - here.1);
        let (ahead, aside) = (right * x + down * y, right * y + down * x);
        (ahead > 0).then(|| ahead + ASIDE * aside.abs())
    };
    let ahead = spots.iter().enumerate().filter(|one| far(one).is_some());
    ahead.min_by_key(far).map_or(at, |(next, _)| next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_lead_from_place_to_place_as_the_eye_goes() {
        let spot = |x, y| ChartSpot {
            at: (x, y),
            size: (10, 10),
            said: String::new(),
            leads_to: SpotTarget::OpenTasks,
        };
        // Two full rows, and a third with its last cell alone.
        let spots =
            [(0, 0), (20, 0), (40, 0), (0, 20), (20, 20), (40, 40)].map(|(x, y)| spot(x, y));
        for (at, step, next) in [
            (0, SpotStep::Right, 1),
            (1, SpotStep::Right, 2),
            (2, SpotStep::Right, 2),
            (2, SpotStep::Left, 1),
            (0, SpotStep::Left, 0),
            (1, SpotStep::Down, 4),
            (4, SpotStep::Up, 1),
            (2, SpotStep::Down, 5),
            (4, SpotStep::Last, 5),
            (4, SpotStep::First, 0),
        ] {
            assert_eq!(next_spot(&spots, at, step), next, "{at} {step:?}");
        }
        assert_eq!(next_spot(&[], 3, SpotStep::Last), 0);
    }
}
