using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Referral;

/// <summary>Needs that no service meets: recorded once, kept when something is found.</summary>
public sealed class UnmetNeedTests
{
    [Fact]
    public void A_need_is_recorded_once_for_a_reason_until_something_is_found()
    {
        var recorded = Brought.ToActive().On("2026-03-16 12:00").When(new ReferralCommand.RecordUnmetNeed(PathwayKind.Health, UnmetBecause.TooFar, " A nurse nearby. "), People.Worker);
        Assert.Equal(new UnmetNeed(1, PathwayKind.Health, UnmetBecause.TooFar, "A nurse nearby.", new LocalDate(2026, 3, 16), People.Worker.Name), recorded.State.Referral.UnmetNeeds.Single());
        recorded.When(new ReferralCommand.RecordUnmetNeed(PathwayKind.Health, UnmetBecause.TooFar), People.Officer).ThenNothing();
        recorded.When(new ReferralCommand.RecordUnmetNeed(PathwayKind.Health, UnmetBecause.Full), People.Officer).Then<ReferralEvent.UnmetNeedRecorded>();

        var met = recorded.On("2026-04-01 10:00").When(new ReferralCommand.MeetUnmetNeed(1), People.Worker);
        Assert.Equal(new LocalDate(2026, 4, 1), met.State.Referral.UnmetNeeds[0].MetOn);
        met.When(new ReferralCommand.MeetUnmetNeed(1), People.Worker).ThenNothing();
        Assert.Equal(3, met.When(new ReferralCommand.RecordUnmetNeed(PathwayKind.Health, UnmetBecause.TooFar), People.Worker).State.Referral.UnmetNeeds[^1].Number);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        var active = Brought.ToActive();
        active.When(new ReferralCommand.MeetUnmetNeed(1), People.Worker).Refused(RefusalCode.UnmetNeedUnknown);
        active.When(new ReferralCommand.RecordUnmetNeed((PathwayKind)99, UnmetBecause.Full), People.Worker).Refused(RefusalCode.ValueOutOfRange);
        active.When(new ReferralCommand.RecordUnmetNeed(PathwayKind.Health, (UnmetBecause)99), People.Worker).Refused(RefusalCode.ValueOutOfRange);
        for (var one = 0; one < 30; one++)
        {
            active = active.Given(new ReferralCommand.RecordUnmetNeed((PathwayKind)(one / 5), (UnmetBecause)(one % 5)));
        }

        active.When(new ReferralCommand.RecordUnmetNeed(PathwayKind.SexualExploitation, UnmetBecause.Full), People.Worker).Refused(RefusalCode.TooManyUnmetNeeds);
    }
}
