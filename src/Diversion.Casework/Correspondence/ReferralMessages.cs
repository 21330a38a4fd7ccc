using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Correspondence;

/// <summary>From the referral to the signing.</summary>
internal static class ReferralMessages
{
    public static void Referred(MessageBuilder builder, ReferralEvent.Referred e)
    {
        builder.Notice("referred");
        builder.Notice(
            "checks-requested",
            ("safeguardingDue", Wording.Iso(e.SafeguardingCheck.Due)),
            ("domesticAbuseDue", Wording.Iso(e.DomesticAbuseCheck.Due)));
        builder.ToStaff(
            builder.Recipients.Officer,
            "checks-requested",
            ("checks", $"the safeguarding check, by {Wording.By(e.SafeguardingCheck.Due)}\nthe domestic-abuse check, by {Wording.By(e.DomesticAbuseCheck.Due)}"),
            ("rule", RuleTexts.Explain(e.SafeguardingCheck.Rule, builder.Scheme)),
            ("chargeBy", Wording.ChargeBy(e.ChargeBy.Date)));
    }

    public static void Signed(MessageBuilder builder, OfferEvent.AgreementSigned e)
    {
        (string, string)[] recorded = builder.Scheme.RouteOf(builder.State.Referral.Facts.Route) is { Recorded: OutcomeMoment.Signing } route ? [("outcomeCode", route.OutcomeCode)] : [];
        builder.Notice("signed", [("lastDay", Iso(e.LastDay)), ("endsAt", Wording.Iso(e.EndsAt)), .. recorded]);
        builder.ToParticipant(
            "participant-signed",
            ("conditions", string.Join('\n', builder.State.Offer!.Conditions.Select(terms => ConditionTexts.Plain(terms, builder.Scheme)).Distinct())),
            ("lastDay", Wording.Day(e.LastDay)),
            ("ifBroken", ConditionTexts.IfBroken(builder.Scheme)));

        // The first meeting is due on the next working day: the named worker must not first hear of it from the reminder.
        builder.ToStaff(builder.Recipients.KeyWorker, "key-worker-named", ("lastDay", Wording.Day(e.LastDay)));
    }

    private static string Iso(NodaTime.LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
