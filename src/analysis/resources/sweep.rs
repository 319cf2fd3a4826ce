//! Where claims on one thing are more than there is of it (F-13): one pass over the days on which a claim begins or
//! ends, whatever the number of days between. Knows no request and no calendar.

use chrono::NaiveDate;

/// Somebody has, or wants, so much of a thing from a day to a day, both counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// In ten-thousandths.
    pub amount: i64,
}

/// Days on end on which so much is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverSpan {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// How much is wanted on each of them, in ten-thousandths.
    pub wanted: i64,
}

/// Claims that clash with each other, directly or by a third, and on which days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overrun {
    /// The places of the claims, in the order in which they begin.
    pub parties: Vec<usize>,
    /// In the order of the days.
    pub spans: Vec<OverSpan>,
}

#[derive(Clone, Copy, PartialEq)]
enum ClaimState {
    Waits,
    /// Begun, and in no overrun so far.
    Fresh,
    Joined,
    Over,
}

/// All overruns of a capacity in ten-thousandths, in the order of their first days. A claim is in one at most; one
/// that ends before it begins is none.
pub fn overruns(claims: &[Wanted], capacity: i64) -> Vec<Overrun> {
    let is_one = |(_, claim): &(usize, &Wanted)| claim.from <= claim.to;
    let valid = || claims.iter().enumerate().filter(is_one);
    let begins = valid().map(|(place, claim)| (claim.from, true, place));
    let ends = valid().filter_map(|(place, claim)| Some((claim.to.succ_opt()?, false, place)));
    let mut events: Vec<(NaiveDate, bool, usize)> = begins.chain(ends).collect();
    crate::model::sort::sort(&mut events);
    let mut sweep = Sweep {
        states: vec![ClaimState::Waits; claims.len()],
        ..Sweep::default()
    };
    let mut at = 0;
    while let Some((day, ..)) = events.get(at).copied() {
        while let Some((_, begins, place)) = events.get(at).filter(|event| event.0 == day) {
            sweep.step(*place, *begins, claims[*place].amount);
            at += 1;
        }
        let next = events.get(at).and_then(|event| event.0.pred_opt());
        if sweep.wanted > i128::from(capacity) {
            sweep.join(day, next.unwrap_or(day));
        }
    }
    sweep.found
}

/// What is known on the way through the days.
#[derive(Default)]
struct Sweep {
    states: Vec<ClaimState>,
    found: Vec<Overrun>,
    wanted: i128,
    /// Begun since the last overrun; some of them may be over.
    fresh: Vec<usize>,
    /// How many claims of the last overrun go on: whatever clashes with them belongs to it.
    going_on: usize,
}

impl Sweep {
    fn step(&mut self, place: usize, begins: bool, amount: i64) {
        if begins {
            self.states[place] = ClaimState::Fresh;
            self.fresh.push(place);
            self.wanted += i128::from(amount);
            return;
        }
        if self.states[place] == ClaimState::Joined {
            self.going_on -= 1;
        }
        self.states[place] = ClaimState::Over;
        self.wanted -= i128::from(amount);
    }

    /// More is wanted than there is from a day to a day: all that go on clash.
    fn join(&mut self, from: NaiveDate, to: NaiveDate) {
        if self.going_on == 0 {
            self.found.push(Overrun::default());
        }
        let wanted = i64::try_from(self.wanted).unwrap_or(i64::MAX);
        let Some(overrun) = self.found.last_mut() else {
            return;
        };
        for place in self.fresh.drain(..) {
            if self.states[place] == ClaimState::Fresh {
                self.states[place] = ClaimState::Joined;
                overrun.parties.push(place);
                self.going_on += 1;
            }
        }
        match overrun.spans.last_mut() {
            Some(last) if last.wanted == wanted && last.to.succ_opt() == Some(from) => last.to = to,
            _ => overrun.spans.push(OverSpan { from, to, wanted }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;
    use proptest::prelude::proptest;
    use std::collections::BTreeSet;

    fn day(number: u64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 4, 1).expect("a day") + Days::new(number)
    }

    /// Day by day, and clashing claims joined until nothing changes.
    fn naive(claims: &[Wanted], capacity: i64) -> (BTreeSet<BTreeSet<usize>>, Vec<(u64, i64)>) {
        let mut groups: Vec<BTreeSet<usize>> = Vec::new();
        let mut days = Vec::new();
        for number in 0..60 {
            let here = claims.iter().enumerate();
            let here = here.filter(|(_, one)| (one.from..=one.to).contains(&day(number)));
            let here: BTreeSet<usize> = here.map(|(place, _)| place).collect();
            let wanted: i64 = here.iter().map(|place| claims[*place].amount).sum();
            if wanted > capacity {
                days.push((number, wanted));
                groups.push(here);
            }
        }
        while let Some((a, b)) = (0..groups.len())
            .flat_map(|a| (0..a).map(move |b| (a, b)))
            .find(|(a, b)| !groups[*a].is_disjoint(&groups[*b]))
        {
            let joined = groups.swap_remove(a);
            groups[b].extend(joined);
        }
        (groups.into_iter().collect(), days)
    }

    proptest! {
        #[test]
        fn one_pass_finds_what_looking_at_every_day_finds(
            claims in proptest::collection::vec((0u64..30, 0u64..12, 0i64..4), 0..14),
            capacity in 0i64..6,
        ) {
            let wanted = |(from, length, amount): (u64, u64, i64)| Wanted {
                from: day(from),
                to: day(from + length) - Days::new(u64::from(length == 11) * 12),
                amount,
            };
            let claims: Vec<Wanted> = claims.into_iter().map(wanted).collect();
            let found = overruns(&claims, capacity);
            let (groups, days) = naive(&claims, capacity);
            let parties = found.iter().map(|one| one.parties.iter().copied().collect());
            assert_eq!(parties.collect::<BTreeSet<BTreeSet<usize>>>(), groups);
            let spans = found.iter().flat_map(|one| &one.spans);
            let told = spans.flat_map(|span| {
                let all = (0..60).filter(|number| (span.from..=span.to).contains(&day(*number)));
                all.map(|number| (number, span.wanted))
            });
            assert_eq!(told.collect::<Vec<_>>(), days);
        }
    }

    #[test]
    fn a_hundred_thousand_claims_take_one_pass() {
        let claims: Vec<Wanted> = (0..100_000)
            .map(|number| Wanted {
                from: day(number % 9_000),
                to: day(number % 9_000 + 40),
                amount: 1,
            })
            .collect();
        let begun = std::time::Instant::now();
        assert_eq!(overruns(&claims, 3).len(), 1);
        assert!(begun.elapsed().as_secs() < 3, "{:?}", begun.elapsed());
    }
}
