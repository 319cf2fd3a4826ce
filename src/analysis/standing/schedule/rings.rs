//! Rings of tasks that wait for each other: found by Tarjan's strong components, and opened by leaving out the latest
//! links that close them (Pearce and Kelly's order, kept link by link), so that every copy leaves out the same ones.

use super::network::Network;
use crate::model::sort::{sort, sort_by};

/// So much is looked at in all rings together; where that does not do, no link inside a ring counts.
const MOST_STEPS: usize = 200_000;

/// Marks the links that do not count.
pub(super) fn cut(network: &Network, begins: &[i32], counts: &mut [bool]) {
    let component = components(network, begins.len());
    let mut order = RingOrder::new(begins);
    let mut inside: Vec<u32> = Vec::new();
    for at in 0..counts.len() as u32 {
        let link = network.link(at);
        let is_inside = component[link.from as usize] == component[link.to as usize];
        if counts[at as usize] && is_inside {
            inside.push(at);
        }
    }
    for at in &inside {
        let link = network.link(*at);
        counts[*at as usize] = order.add(link.from, link.to);
        if order.steps > MOST_STEPS {
            inside.iter().for_each(|at| counts[*at as usize] = false);
            return;
        }
    }
}

/// For every task the strong component that it lies in (Tarjan, without recursion).
fn components(network: &Network, tasks: usize) -> Vec<u32> {
    const NONE: u32 = u32::MAX;
    let mut index = vec![NONE; tasks];
    let mut low = vec![0u32; tasks];
    let mut component = vec![NONE; tasks];
    let (mut next, mut found) = (0u32, 0u32);
    let mut open: Vec<u32> = Vec::new();
    let mut walk: Vec<(u32, usize)> = Vec::new();
    for root in 0..tasks as u32 {
        if index[root as usize] != NONE {
            continue;
        }
        walk.push((root, 0));
        while let Some((task, at)) = walk.pop() {
            let here = task as usize;
            if at == 0 {
                index[here] = next;
                low[here] = next;
                next += 1;
                open.push(task);
            }
            if let Some(link) = network.after(task).get(at) {
                walk.push((task, at + 1));
                let to = network.link(*link).to as usize;
                if index[to] == NONE {
                    walk.push((to as u32, 0));
                } else if component[to] == NONE {
                    low[here] = low[here].min(index[to]);
                }
                continue;
            }
            if low[here] == index[here] {
                while let Some(member) = open.pop() {
                    component[member as usize] = found;
                    if member == task {
                        break;
                    }
                }
                found += 1;
            }
            if let Some((parent, _)) = walk.last() {
                let parent = *parent as usize;
                low[parent] = low[parent].min(low[here]);
            }
        }
    }
    component
}

/// Tasks in an order that holds for every link added so far.
struct RingOrder {
    place: Vec<u32>,
    after: Vec<Vec<u32>>,
    before: Vec<Vec<u32>>,
    seen: Vec<bool>,
    steps: usize,
}

impl RingOrder {
    fn new(begins: &[i32]) -> Self {
        let mut tasks: Vec<u32> = (0..begins.len() as u32).collect();
        sort_by(&mut tasks, |a: &u32, b| {
            begins[*a as usize].cmp(&begins[*b as usize])
        });
        let mut place = vec![0; begins.len()];
        for (at, task) in tasks.iter().enumerate() {
            place[*task as usize] = at as u32;
        }
        Self {
            place,
            after: vec![Vec::new(); begins.len()],
            before: vec![Vec::new(); begins.len()],
            seen: vec![false; begins.len()],
            steps: 0,
        }
    }

    /// Adds a link unless it closes a ring; says whether it did.
    fn add(&mut self, from: u32, to: u32) -> bool {
        let (top, bottom) = (self.place[from as usize], self.place[to as usize]);
        if bottom < top {
            let later = self.reached(to, true, |place| place <= top);
            if later.contains(&from) {
                return false;
            }
            let earlier = self.reached(from, false, |place| place >= bottom);
            self.reorder(earlier, later);
        }
        self.after[from as usize].push(to);
        self.before[to as usize].push(from);
        true
    }

    /// The tasks that links lead to from one, forward or back, within a part of the order.
    fn reached(&mut self, task: u32, forward: bool, is_near: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut found = vec![task];
        self.seen[task as usize] = true;
        let mut at = 0;
        while at < found.len() {
            let links = if forward { &self.after } else { &self.before };
            for next in &links[found[at] as usize] {
                self.steps += 1;
                if !self.seen[*next as usize] && is_near(self.place[*next as usize]) {
                    self.seen[*next as usize] = true;
                    found.push(*next);
                }
            }
            at += 1;
        }
        found
            .iter()
            .for_each(|task| self.seen[*task as usize] = false);
        found
    }

    /// Puts all of the one before all of the other, each in the order they had.
    fn reorder(&mut self, mut earlier: Vec<u32>, mut later: Vec<u32>) {
        let place = |task: &u32| self.place[*task as usize];
        sort_by(&mut earlier, |a, b| place(a).cmp(&place(b)));
        sort_by(&mut later, |a, b| place(a).cmp(&place(b)));
        earlier.append(&mut later);
        self.steps += earlier.len();
        let mut places: Vec<u32> = earlier.iter().map(place).collect();
        sort(&mut places);
        for (task, place) in earlier.iter().zip(places) {
            self.place[*task as usize] = place;
        }
    }
}
