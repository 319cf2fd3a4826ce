//! The lines between bars: routed round them, with an arrow where they arrive.

use super::shape::Metrics;
use crate::analysis::standing::schedule::LinkKind;
use std::fmt::Write as _;

/// How a link is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkLook {
    Plain,
    /// Both ends are critical.
    Critical,
    Selected,
    /// The dates contradict it.
    Broken,
}

/// Where the ends of a link lie: the two sides of both bars, and the middles of their rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkEnds {
    pub from: (i32, i32),
    pub from_y: i32,
    pub to: (i32, i32),
    pub to_y: i32,
}

/// Appends the line of a link to a path.
pub fn link_path(d: &mut String, kind: LinkKind, ends: LinkEnds, metrics: &Metrics) {
    let (hair, gap) = (metrics.hair, metrics.row / 2);
    let (y1, y2) = (ends.from_y, ends.to_y);
    // The gap between two rows on the way.
    let between = if y2 >= y1 { y2 - gap } else { y2 + gap };
    let (x1, x2, arrives_right) = match kind {
        LinkKind::FinishStart => (ends.from.1, ends.to.0, false),
        LinkKind::StartStart => (ends.from.0, ends.to.0, false),
        LinkKind::FinishFinish => (ends.from.1, ends.to.1, true),
        LinkKind::StartFinish => (ends.from.0, ends.to.1, true),
    };
    let _ = match kind {
        LinkKind::FinishStart if x2 - x1 >= 12 * hair => {
            write!(d, "M{x1} {y1}h{}V{y2}H{x2}", 6 * hair)
        }
        LinkKind::FinishStart => write!(
            d,
            "M{x1} {y1}h{}V{between}H{}V{y2}H{x2}",
            6 * hair,
            x2 - 8 * hair
        ),
        LinkKind::StartStart => write!(d, "M{x1} {y1}H{}V{y2}H{x2}", x1.min(x2) - 6 * hair),
        LinkKind::FinishFinish => write!(d, "M{x1} {y1}H{}V{y2}H{x2}", x1.max(x2) + 8 * hair),
        LinkKind::StartFinish => write!(
            d,
            "M{x1} {y1}h{}V{between}H{}V{y2}H{x2}",
            -6 * hair,
            x2 + 8 * hair
        ),
    };
    let back = if arrives_right { 5 * hair } else { -5 * hair };
    let _ = write!(d, "m{back} {}L{x2} {y2}l{back} {}", -3 * hair, 3 * hair);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(kind: LinkKind, to: (i32, i32)) -> String {
        let mut d = String::new();
        let ends = LinkEnds {
            from: (0, 100),
            from_y: 16,
            to,
            to_y: 48,
        };
        link_path(&mut d, kind, ends, &Metrics::screen(32));
        d
    }

    #[test]
    fn a_link_goes_straight_down_where_there_is_room_and_round_the_bar_where_there_is_none() {
        assert_eq!(
            path(LinkKind::FinishStart, (120, 200)),
            "M100 16h6V48H120m-5 -3L120 48l-5 3"
        );
        assert_eq!(
            path(LinkKind::FinishStart, (60, 200)),
            "M100 16h6V32H52V48H60m-5 -3L60 48l-5 3"
        );
        assert_eq!(
            path(LinkKind::StartStart, (20, 200)),
            "M0 16H-6V48H20m-5 -3L20 48l-5 3"
        );
        assert_eq!(
            path(LinkKind::FinishFinish, (20, 90)),
            "M100 16H108V48H90m5 -3L90 48l5 3"
        );
    }
}
