//! What holds for every network: a second method finds the same days, slack is never negative, and less work never
//! takes longer.

use super::networks::{network, spans};
use hepai::analysis::standing::schedule::{
    Early, Link, LinkKind, Network, TaskSpan, free_floats, latest_ends, passed_forward,
};
use proptest::prelude::*;

const KINDS: [LinkKind; 4] = [
    LinkKind::FinishStart,
    LinkKind::StartStart,
    LinkKind::FinishFinish,
    LinkKind::StartFinish,
];

/// Tasks with lengths, and links between any of them.
fn any_network() -> impl Strategy<Value = (Vec<i32>, Vec<Link>)> {
    proptest::collection::vec(1..20i32, 2..25).prop_flat_map(|lengths| {
        let tasks = lengths.len() as u32;
        let any_link = (0..tasks, 0..tasks, 0..4usize, -6..7i32);
        let any_link = any_link.prop_map(|(from, to, kind, lag)| Link {
            from,
            to,
            kind: KINDS[kind],
            lag,
        });
        (Just(lengths), proptest::collection::vec(any_link, 0..60))
    })
}

/// Longest paths by going over all links until nothing moves (Bellman and Ford).
fn relaxed(network: &Network, spans: &[TaskSpan], links: &[Link]) -> Vec<(i32, i32)> {
    let cut: Vec<Link> = network.cut().collect();
    let mut starts: Vec<i32> = spans.iter().map(|span| span.first).collect();
    let length = |task: u32| spans[task as usize].length;
    for _ in 0..=spans.len() {
        for link in links.iter().filter(|link| !cut.contains(link)) {
            let from = starts[link.from as usize];
            let wanted = match link.kind {
                LinkKind::FinishStart => from + length(link.from) + link.lag,
                LinkKind::StartStart => from + link.lag,
                LinkKind::FinishFinish => from + length(link.from) + link.lag - length(link.to),
                LinkKind::StartFinish => from + link.lag - length(link.to),
            };
            let start = &mut starts[link.to as usize];
            *start = (*start).max(wanted);
        }
    }
    let ends = starts.iter().zip(spans);
    ends.map(|(start, span)| (*start, start + span.length - 1))
        .collect()
}

fn end(early: &[Early]) -> i32 {
    early.iter().map(|one| one.end).max().unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_second_method_finds_the_same_days((lengths, links) in any_network()) {
        let (network, spans) = (network(lengths.len(), &links), spans(&lengths));
        let early = passed_forward(&network, &spans);
        let found: Vec<(i32, i32)> = early.iter().map(|one| (one.start, one.end)).collect();
        prop_assert_eq!(found, relaxed(&network, &spans, &links));
    }

    #[test]
    fn slack_is_what_a_delay_may_take((lengths, links) in any_network(), which in 0..25usize) {
        let (network, mut spans) = (network(lengths.len(), &links), spans(&lengths));
        let early = passed_forward(&network, &spans);
        let all = end(&early);
        let latest = latest_ends(&network, &spans, &early, Some(all), |_| None);
        let free = free_floats(&network, &spans, &early, all);
        let task = which % lengths.len();
        let slack = latest[task].expect("open") - early[task].end;
        prop_assert!(slack >= 0 && free[task] <= slack);
        // Beginning later by the slack moves nothing at the end, by one day more it does.
        spans[task].first = early[task].start + slack;
        prop_assert_eq!(end(&passed_forward(&network, &spans)), all);
        spans[task].first += 1;
        prop_assert_eq!(end(&passed_forward(&network, &spans)), all + 1);
    }

    #[test]
    fn less_work_never_takes_longer((lengths, links) in any_network(), which in 0..25usize) {
        let finish = |link: &Link| Link { kind: LinkKind::FinishStart, ..*link };
        let links: Vec<Link> = links.iter().map(finish).collect();
        let network = network(lengths.len(), &links);
        let before = end(&passed_forward(&network, &spans(&lengths)));
        let mut fewer = lengths.clone();
        fewer[which % lengths.len()] = 1;
        prop_assert!(end(&passed_forward(&network, &spans(&fewer))) <= before);
    }
}
