//! Passes over networks: a textbook example, every kind of link, and rings.

use hepai::analysis::standing::schedule::{
    Link, LinkKind, Network, Starts, TaskSpan, free_floats, latest_ends, passed_forward,
};

pub(super) fn link(from: u32, to: u32, kind: LinkKind, lag: i32) -> Link {
    Link {
        from,
        to,
        kind,
        lag,
    }
}

pub(super) fn spans(lengths: &[i32]) -> Vec<TaskSpan> {
    let span = |length: &i32| TaskSpan {
        length: *length,
        ..TaskSpan::default()
    };
    lengths.iter().map(span).collect()
}

pub(super) fn network(tasks: usize, links: &[Link]) -> Network {
    Network::new(tasks, links.to_vec(), &vec![0; tasks])
}

/// General Foundry (Render and Stair): A2 B3 C2 D4 E4 F3 G5 H2; C after A, D after B, E and F after C, G after D and
/// E, H after F and G.
#[test]
fn general_foundry_comes_out_as_the_book_says() {
    let [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7];
    let after = |(to, from): (u32, u32)| link(from, to, LinkKind::FinishStart, 0);
    let links = [
        (c, a),
        (d, b),
        (e, c),
        (f, c),
        (g, d),
        (g, e),
        (h, f),
        (h, g),
    ];
    let network = network(8, &links.map(after));
    let spans = spans(&[2, 3, 2, 4, 4, 3, 5, 2]);
    let early = passed_forward(&network, &spans);
    let starts: Vec<i32> = early.iter().map(|one| one.start).collect();
    assert_eq!(starts, [0, 0, 2, 3, 4, 4, 8, 13]);
    let end = early.iter().map(|one| one.end).max().expect("tasks");
    assert_eq!(end + 1, 15);
    let latest = latest_ends(&network, &spans, &early, Some(end), |_| None);
    let slack: Vec<i32> = latest
        .iter()
        .zip(&early)
        .map(|(latest, early)| latest.expect("open") - early.end)
        .collect();
    assert_eq!(slack, [0, 1, 0, 1, 0, 6, 0, 0]);
    let late_starts: Vec<i32> = latest
        .iter()
        .zip(&spans)
        .map(|(latest, span)| latest.expect("open") - span.length + 1)
        .collect();
    assert_eq!(late_starts, [0, 1, 2, 4, 4, 10, 8, 13]);
    let free = free_floats(&network, &spans, &early, end);
    assert_eq!(free, [0, 0, 0, 1, 0, 6, 0, 0]);
}

#[test]
fn each_kind_of_link_holds_what_it_says() {
    // (kind, lag, first and last day of the task of 3 days that waits for one of 5)
    let cases = [
        (LinkKind::FinishStart, 0, (5, 7)),
        (LinkKind::FinishStart, 2, (7, 9)),
        (LinkKind::FinishStart, -2, (3, 5)),
        (LinkKind::StartStart, 0, (0, 2)),
        (LinkKind::StartStart, 4, (4, 6)),
        (LinkKind::FinishFinish, 0, (2, 4)),
        (LinkKind::FinishFinish, 3, (5, 7)),
        (LinkKind::StartFinish, 0, (0, 2)),
        (LinkKind::StartFinish, 6, (3, 5)),
    ];
    for (kind, lag, wanted) in cases {
        let network = network(2, &[link(0, 1, kind, lag)]);
        let early = passed_forward(&network, &spans(&[5, 3]));
        assert_eq!((early[1].start, early[1].end), wanted, "{kind:?} {lag}");
    }
}

#[test]
fn what_has_started_is_a_fact() {
    let started = TaskSpan {
        first: 1,
        length: 3,
        ends: None,
        starts: Starts::Started,
    };
    let after = |kind| {
        let network = network(2, &[link(0, 1, kind, 0)]);
        let early = passed_forward(&network, &[spans(&[5])[0], started]);
        (early[1].start, early[1].end)
    };
    assert_eq!(after(LinkKind::FinishStart), (1, 3), "nothing pushes it");
    assert_eq!(after(LinkKind::FinishFinish), (1, 4), "its end waits");
}

#[test]
fn a_ring_loses_the_link_that_closed_it_and_nothing_else() {
    let ring = [
        link(0, 1, LinkKind::FinishStart, 0),
        link(1, 2, LinkKind::FinishStart, 0),
        link(2, 0, LinkKind::FinishStart, 0),
        link(2, 3, LinkKind::FinishStart, 0),
    ];
    let network = network(4, &ring);
    assert_eq!(network.cut().collect::<Vec<_>>(), [ring[2]]);
    let early = passed_forward(&network, &spans(&[1, 1, 1, 1]));
    assert_eq!(early[3].start, 3);
    let own = Network::new(2, vec![link(1, 1, LinkKind::FinishStart, 0)], &[0, 0]);
    assert_eq!(own.cut().count(), 1, "a task waits for itself");
}

#[test]
fn one_wrong_link_in_a_long_ring_takes_only_itself() {
    let tasks = 1_900u32;
    let mut links: Vec<Link> = (0..tasks - 1)
        .map(|at| link(at, at + 1, LinkKind::FinishStart, 0))
        .collect();
    links.extend((0..tasks - 2).map(|at| link(at, at + 2, LinkKind::StartStart, 1)));
    links.push(link(tasks - 1, 0, LinkKind::FinishStart, 0));
    let begins: Vec<i32> = (0..tasks as i32).collect();
    let network = Network::new(tasks as usize, links.clone(), &begins);
    assert_eq!(network.len(), tasks as usize);
    assert_eq!(network.cut().collect::<Vec<_>>(), [links[links.len() - 1]]);
}
