using Diversion.Casework.Correspondence;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Casework.Tests.Correspondence;

/// <summary>What a victim is told in a letter is true of each way in which a case can end.</summary>
public sealed class VictimLetterTests
{
    [Fact]
    public void Who_was_offered_nothing_is_not_said_to_have_been_offered_something()
    {
        var file = new CaseFile().Referred().Do(new ReferralCommand.FindNotEligible(), Role.PoliceOfficer);
        var state = file.State;
        Assert.Contains("not suitable for an agreement", Decision(state), StringComparison.Ordinal);
        Assert.DoesNotContain("offered", Decision(state), StringComparison.Ordinal);

        var control = state with { Status = AgreementStatus.Control };
        Assert.Contains("without an agreement", Decision(control), StringComparison.Ordinal);
        Assert.DoesNotContain("offered", Decision(control), StringComparison.Ordinal);
    }

    [Fact]
    public void An_offer_that_was_declined_or_lapsed_is_said_to_have_been()
    {
        var offered = new CaseFile().Referred().Eligible().Offered();
        Assert.Contains("did not accept it", Decision(offered.Do(new OfferCommand.DeclineOffer(), Role.PoliceOfficer).State), StringComparison.Ordinal);
        var lapsed = new CaseFile().Referred().Eligible().Offered().Until(CaseFile.At(CaseFile.Monday.PlusDays(9), 9)).State;
        Assert.Contains("did not sign it in time", Decision(lapsed), StringComparison.Ordinal);
    }

    [Fact]
    public void The_decision_is_in_the_past_tense_when_the_agreement_has_ended()
    {
        var running = new CaseFile().Referred().Eligible().Offered().Signed();
        Assert.Contains("They have to do what it says", Decision(running.State), StringComparison.Ordinal);

        var ended = running.Do(new TermCommand.Discontinue(DiscontinuationCause.Moved), Role.ProgrammeLead, "lead-1").State;
        Assert.DoesNotContain("They have to do what it says", Decision(ended), StringComparison.Ordinal);
        Assert.Contains("The agreement has ended early.", Decision(ended), StringComparison.Ordinal);
        Assert.DoesNotContain("they are not charged", Decision(ended), StringComparison.Ordinal);
    }

    private static string Decision(AgreementState state) => new LetterWriter().ToVictim(state, VictimNews.Decision, "Verity Harmed", LetterLanguage.English).Html;
}
