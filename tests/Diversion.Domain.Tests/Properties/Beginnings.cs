using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Sharing;
using Diversion.Domain.Telling;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Properties;

/// <summary>Where random journeys start: most of them signed, some earlier, with various sets of conditions.</summary>
internal static class Beginnings
{
    private static readonly ConditionTerms[][] Sets =
    [
        [],
        [Brought.Supervision()],
        [Brought.Tag()],
        [Brought.Reparation()],
        [Brought.Pathway()],
        [Brought.RestorativeJustice(), Brought.Supervision()],
        [Brought.Tag(), Brought.Supervision()],
        Brought.Five(),
        [new ConditionTerms.Compensation(1_000, 2, 4), new ConditionTerms.LetterOfApology(People.RestorativeFacilitator), new ConditionTerms.Reparation(null, "Groundwork", 1, true)],
        [new ConditionTerms.Course("thinking-and-alcohol"), new ConditionTerms.Donation(500, "Mind")],
    ];

    private static readonly RulesInForce Rules = Shipped.Checkpoint with
    {
        Scheme = Shipped.Checkpoint.Scheme with { Donation = new DonationRules() },
        Staff = StaffDirectory.Empty with
        {
            Sharing = [new SharingAgreement(1, "Harbour", SharingPurpose.Progress, SharingBasis.Consent, new(2020, 1, 1), new(2030, 1, 1), Shipped.Deadlines.AtCloseOf(RuleIds.SharingReview, new(2030, 1, 1)))],
        },
    };

    public static Case Bring(int start)
    {
        var set = Sets[start % Sets.Length];
        var offence = People.Theft with
        {
            Class = (start / 8 % 3) == 0 ? OffenceClass.SummaryOnly : OffenceClass.EitherWay,
            CommittedOn = new LocalDate(2026, 1, 20).PlusDays(start / 24 % 25),
        };

        // Some cannot be sent an email: their letters are obligations.
        var person = (start % 7) switch
        {
            3 => People.Participant with { ContactConsent = false },
            5 => People.Participant with { Email = null },
            _ => People.Participant,
        };
        switch (start / 600 % 10)
        {
            case 0:
                return start % 2 == 0
                    ? Brought.ToReferred(offence, person)
                    : new Case(Shipped.Checkpoint with { Duplicates = [new PossibleDuplicate(new AgreementId("DV-TEST1-00002"), [SameBy.PncId], AgreementStatus.Completed)], Trial = Trialled.Open })
                        .Given(Brought.Refer(offence, person) with { DuplicateReason = "A new offence." });
            case 1:
                return start % 4 == 0 ? Overridden(offence, person) : Brought.ToEligible(offence, person, start % 4 == 1 ? Trialled.Rules() : Shipped.Checkpoint);
            case 2:
                return Brought.ToEligible(offence, person, Rules).On(Brought.Signing).Given(Brought.Offer(set));
            case 9 when start % 3 == 0:
                return Brought.ToActive(Rules).OutUntil("2027-03-20");
            default:
                var signed = Brought.ToEligible(offence, person, Rules).On(Brought.Signing).Given(Brought.Offer(set), Brought.Sign());
                if (start / 600 % 2 == 0)
                {
                    signed.Given(new VictimCommand.TellVictim(VictimNews.Decision, ToldHow.Telephone));
                }

                if (start / 600 % 3 == 1 && signed.State.ConditionOrNull("pathway") is not null)
                {
                    signed.Started();
                }

                return start / 600 % 3 == 0 && signed.State.ConditionOrNull("tag-monitoring") is not null ? signed.Fitted() : signed;
        }
    }

    private static Case Overridden(Offence offence, Person person) => Brought.ToReferred(offence, person).Given(
        new ReferralCommand.RecordFacts(Brought.CleanFacts),
        new ReferralCommand.RecordRisk("OASys", 80m, RiskBand.High, RiskBand.High),
        new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false),
        new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false),
        new VictimCommand.RecordVictim(false),
        new ReferralCommand.ApproveEligibility([new RuleOverride("risk-band", "One old conviction weighs too much.")]));
}
