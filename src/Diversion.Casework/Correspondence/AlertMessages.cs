using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.DataRights;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Correspondence;

/// <summary>What somebody must be told at once.</summary>
internal static class AlertMessages
{
    public static void LateNews(MessageBuilder builder) => builder.ToStaff(
        builder.Recipients.Leads, "late-news", ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));

    public static void TagRemovalDue(MessageBuilder builder, TagMonitoringEvent.TagRemovalDue e)
    {
        builder.Notice("tag-removal-due", ("condition", e.ConditionId), ("removeBy", Wording.Iso(e.Removal.Due)));
        builder.ToStaff(
            builder.Recipients.KeyWorker,
            "tag-removal-due",
            ("due", Wording.By(e.Removal.Due)),
            ("rule", RuleTexts.Explain(e.Removal.Rule, builder.Scheme)));
    }

    public static void TagEventRefused(MessageBuilder builder) => builder.ToStaff(builder.Recipients.Leads, "tag-event-refused");

    /// <summary>To whoever answers it. What it says, and whom it is about, stays on the case.</summary>
    public static void ComplaintMade(MessageBuilder builder, ComplaintEvent.ComplaintMade e) => builder.ToStaff(
        builder.Recipients.Of(e.Owner), "complaint-made", ("acknowledge", Wording.By(e.Acknowledge.Due)), ("answer", Wording.By(e.Answer.Due)));

    /// <summary>To the leads, who answer it. What it says stays on the case.</summary>
    public static void DataRequestReceived(MessageBuilder builder, DataRequestEvent.DataRequestReceived e) =>
        builder.ToStaff(builder.Recipients.Leads, "data-request-received", ("answer", Wording.By(e.Answer.Due)));

    public static void ExitPlanMissing(MessageBuilder builder) => builder.ToStaff(builder.Recipients.Leads, "exit-plan-missing");

    public static void Reopened(MessageBuilder builder) => builder.ToStaff(builder.Recipients.Leads, "condition-reopened");

    /// <summary>
    /// One mail until a lead has acknowledged the alert: a broken mail server must not cause endless mail about mail. The
    /// inbox shows every alert.
    /// </summary>
    public static void Undelivered(MessageBuilder builder, TermEvent.MessageUndelivered e)
    {
        if (builder.State.Alerts.Count(alert => alert.Kind == AlertKind.MessageUndelivered) == 1)
        {
            builder.ToStaff(builder.Recipients.Leads, "message-undelivered", ("message", e.MessageId));
        }
    }

    /// <summary>
    /// It is the officer's obligation. A facilitator who knows the victim is told too, so that they can agree who tells the
    /// victim. Of several victims each is named by number, so that they are told apart.
    /// </summary>
    public static void VictimToBeTold(MessageBuilder builder, VictimEvent.VictimToBeTold e)
    {
        var news = e.News == VictimNews.Decision ? "the decision" : "how the case ended";
        var due = Wording.By(e.By.Due);
        var rule = RuleTexts.Explain(e.By.Rule, builder.Scheme);
        if (builder.State.Victims.IsOnly(e.Victim))
        {
            builder.ToStaff(builder.Recipients.Officer, "victim-to-be-told", ("news", news), ("due", due), ("rule", rule));
        }
        else
        {
            builder.ToStaff(
                builder.Recipients.Officer, "further-victim-to-be-told", ("victim", VictimWords.Of(builder.State.Victims, e.Victim)), ("news", news), ("due", due), ("rule", rule));
        }

        if (builder.Recipients.FacilitatorOf(e.Victim) is { } facilitator)
        {
            builder.ToStaff(
                [facilitator],
                "victim-to-be-told-facilitator",
                ("news", news),
                ("due", due),
                ("officer", Wording.Contact(builder.State.Referral.Officer)),
                ("rule", rule));
        }
    }
}
