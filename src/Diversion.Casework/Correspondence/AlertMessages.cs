using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Correspondence;

/// <summary>What somebody must be told at once.</summary>
internal static class AlertMessages
{
    public static void LateNews(Postbag post) => post.ToStaff(
        post.Recipients.Leads, "late-news", ("chargeBy", Wording.ChargeBy(post.State.Referral.ChargeBy.Date)));

    public static void TagRemovalDue(Postbag post, TagMonitoringEvent.TagRemovalDue e)
    {
        post.Notice("tag-removal-due", ("condition", e.ConditionId), ("removeBy", Wording.Iso(e.Removal.Due)));
        post.ToStaff(
            post.Recipients.KeyWorker,
            "tag-removal-due",
            ("due", Wording.By(e.Removal.Due)),
            ("rule", RuleTexts.Explain(e.Removal.Rule, post.Scheme)));
    }

    public static void TagEventRefused(Postbag post) => post.ToStaff(post.Recipients.Leads, "tag-event-refused");

    public static void Reopened(Postbag post) => post.ToStaff(post.Recipients.Leads, "condition-reopened");

    /// <summary>
    /// One mail until a lead has acknowledged the alert: a broken mail server must not cause endless mail about mail. The
    /// inbox shows every alert.
    /// </summary>
    public static void Undelivered(Postbag post, TermEvent.MessageUndelivered e)
    {
        if (post.State.Alerts.Count(alert => alert.Kind == AlertKind.MessageUndelivered) == 1)
        {
            post.ToStaff(post.Recipients.Leads, "message-undelivered", ("message", e.MessageId));
        }
    }

    /// <summary>
    /// It is the officer's obligation. A facilitator who knows the victim is told too, so that they can agree who tells the
    /// victim.
    /// </summary>
    public static void VictimToBeTold(Postbag post, VictimEvent.VictimToBeTold e)
    {
        var news = e.News == VictimNews.Decision ? "the decision" : "how the case ended";
        var due = Wording.By(e.By.Due);
        var rule = RuleTexts.Explain(e.By.Rule, post.Scheme);
        post.ToStaff(post.Recipients.Officer, "victim-to-be-told", ("news", news), ("due", due), ("rule", rule));
        if (post.Recipients.Facilitator is { } facilitator)
        {
            post.ToStaff(
                [facilitator],
                "victim-to-be-told-facilitator",
                ("news", news),
                ("due", due),
                ("officer", Wording.Contact(post.State.Referral.Officer)),
                ("rule", rule));
        }
    }
}
