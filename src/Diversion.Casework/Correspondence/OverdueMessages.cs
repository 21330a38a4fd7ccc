using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Correspondence;

/// <summary>The ladder: the owner on the day, then the people that the scheme names.</summary>
internal static class OverdueMessages
{
    public static void DueToday(Postbag post, TermEvent.OwnerReminded e)
    {
        if (CountsDown(post, e.Rule, e.Due))
        {
            CountDown(post, e.Owner, e.Rule);
            return;
        }

        var task = TaskTexts.Of(e.Rule);
        post.ToStaff(
            Owners(post, e.Owner, e.Rule),
            "due-today",
            ("what", task.What),
            ("due", Wording.By(e.Due)),
            ("rule", RuleTexts.Explain(e.Rule, post.Scheme)),
            ("next", task.Next));
    }

    public static void Escalated(Postbag post, TermEvent.ObligationEscalated e)
    {
        if (CountsDown(post, e.Rule, e.Due))
        {
            CountDown(post, e.To, e.Rule);
            return;
        }

        var task = TaskTexts.Of(e.Rule);
        var owner = post.State.Obligations.FirstOrDefault(owed => owed.Id == e.Obligation)?.Owner ?? e.To;
        var due = Wording.By(e.Due);
        var rule = RuleTexts.Explain(e.Rule, post.Scheme);
        if (e.To == owner && e.To != Addressee.ProgrammeLead)
        {
            post.ToStaff(Owners(post, owner, e.Rule), "overdue", ("what", task.What), ("due", due), ("rule", rule), ("next", task.Next));
            return;
        }

        post.ToStaff(
            Owners(post, e.To, e.Rule),
            e.To == Addressee.ProgrammeLead ? "overdue-lead" : "overdue-team-manager",
            ("what", task.What),
            ("due", due),
            ("owner", Wording.Role(owner)),
            ("chargeBy", Wording.ChargeBy(post.State.Referral.ChargeBy.Date)),
            ("rule", rule),
            ("next", task.Next));
    }

    /// <summary>What happened to the case is still to be recorded, and the charge-by date comes nearer.</summary>
    private static bool CountsDown(Postbag post, string rule, Instant due) =>
        rule == RuleIds.CaseOutcome && post.At < due && post.State.Referral.ChargeBy.Date == WorkingCalendar.DateOf(due);

    private static void CountDown(Postbag post, Addressee to, string rule)
    {
        var chargeBy = post.State.Referral.ChargeBy.Date!.Value;
        var days = Period.Between(WorkingCalendar.DateOf(post.At), chargeBy, PeriodUnits.Days).Days;
        post.ToStaff(
            Owners(post, to, rule),
            "case-outcome-to-record",
            ("daysLeft", days switch { 0 => "today is the last day", 1 => "1 day left", _ => $"{days} days left" }),
            ("chargeBy", Wording.Day(chargeBy)),
            ("officer", Wording.Contact(post.State.Referral.Officer)),
            ("next", TaskTexts.Of(rule).Next));
    }

    private static IReadOnlyList<StaffRef> Owners(Postbag post, Addressee owner, string rule) =>
        owner == Addressee.ProgrammeLead && rule == RuleIds.BreachDecision ? post.Recipients.Deciders : post.Recipients.Of(owner);
}
