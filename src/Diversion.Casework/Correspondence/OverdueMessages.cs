using Diversion.Casework.Formatting;
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
    public static void DueToday(MessageBuilder builder, TermEvent.OwnerReminded e)
    {
        if (CountsDown(builder, e.Rule, e.Due))
        {
            CountDown(builder, e.Owner, e.Rule, e.Obligation);
            return;
        }

        var task = TaskTexts.Of(e.Rule, e.Obligation);
        builder.ToStaff(
            Owners(builder, e.Owner, e.Rule, e.Obligation),
            "due-today",
            ("what", task.What),
            ("due", Wording.By(e.Due)),
            ("rule", RuleTexts.Explain(e.Rule, builder.Scheme)),
            ("next", task.Next));
    }

    public static void Escalated(MessageBuilder builder, TermEvent.ObligationEscalated e)
    {
        if (CountsDown(builder, e.Rule, e.Due))
        {
            CountDown(builder, e.To, e.Rule, e.Obligation);
            return;
        }

        var task = TaskTexts.Of(e.Rule, e.Obligation);
        var owner = builder.State.Obligations.FirstOrDefault(owed => owed.Id == e.Obligation)?.Owner ?? e.To;
        var due = Wording.By(e.Due);
        var rule = RuleTexts.Explain(e.Rule, builder.Scheme);
        if (e.To == owner && e.To != Addressee.ProgrammeLead)
        {
            builder.ToStaff(Owners(builder, owner, e.Rule, e.Obligation), "overdue", ("what", task.What), ("due", due), ("rule", rule), ("next", task.Next));
            return;
        }

        builder.ToStaff(
            Owners(builder, e.To, e.Rule, e.Obligation),
            e.To == Addressee.ProgrammeLead ? "overdue-lead" : "overdue-team-manager",
            ("what", task.What),
            ("due", due),
            ("owner", Wording.Role(owner)),
            ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)),
            ("rule", rule),
            ("next", task.Next));
    }

    /// <summary>What happened to the case is still to be recorded, and the charge-by date comes nearer.</summary>
    private static bool CountsDown(MessageBuilder builder, string rule, Instant due) =>
        rule == RuleIds.CaseOutcome && builder.At < due && builder.State.Referral.ChargeBy.Date == WorkingCalendar.DateOf(due);

    private static void CountDown(MessageBuilder builder, Addressee to, string rule, string obligation)
    {
        var chargeBy = builder.State.Referral.ChargeBy.Date!.Value;
        var days = Period.Between(WorkingCalendar.DateOf(builder.At), chargeBy, PeriodUnits.Days).Days;
        builder.ToStaff(
            Owners(builder, to, rule, obligation),
            "case-outcome-to-record",
            ("daysLeft", days switch { 0 => "today is the last day", 1 => "1 day left", _ => $"{days} days left" }),
            ("chargeBy", Wording.Day(chargeBy)),
            ("officer", Wording.Contact(builder.State.Referral.Officer)),
            ("next", TaskTexts.Of(rule).Next));
    }

    private static IReadOnlyList<StaffRef> Owners(MessageBuilder builder, Addressee owner, string rule, string obligation) =>
        owner == Addressee.ProgrammeLead && rule == RuleIds.BreachDecision ? builder.Recipients.Deciders : builder.Recipients.Of(owner, obligation);
}
