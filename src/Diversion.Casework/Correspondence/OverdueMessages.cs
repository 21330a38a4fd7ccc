using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;

namespace Diversion.Casework.Correspondence;

/// <summary>The ladder: the owner on the day, then whoever the scheme names.</summary>
internal static class OverdueMessages
{
    public static void DueToday(Postbag post, TermEvent.OwnerReminded e)
    {
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

    private static IReadOnlyList<StaffRef> Owners(Postbag post, Addressee owner, string rule) =>
        owner == Addressee.ProgrammeLead && rule == RuleIds.BreachDecision ? post.Recipients.Deciders : post.Recipients.Of(owner);
}
