using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Services;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Services;

/// <summary>Times that a service keeps free: offered by the provider, taken by one case, given back. It is Thursday 2 April 2026, ten o'clock.</summary>
public sealed class SlotTests
{
    private static readonly Instant Now = Case.Time("2026-04-02 10:00");
    private static readonly Instant Nine = Case.Time("2026-04-07 09:00");
    private static readonly ServiceId Id = new("supported-housing");
    private static readonly AgreementId One = new("DV-AAAAA-AAAAA");
    private static readonly AgreementId Two = new("DV-BBBBB-BBBBB");
    private static readonly Actor Other = new("provider-2", "Paz Other", Role.Provider, Organisation: "Elsewhere");

    private static readonly ServiceInputs Inputs = new(
        new StaffDirectory([], [], ["Harbour", "Elsewhere"]), new Deadlines(Shipped.Checkpoint.Calendar, Shipped.Checkpoint.Scheme.Escalation), Shipped.Checkpoint.Scheme.Vocabulary);

    [Fact]
    public void The_provider_offers_times_and_a_start_that_has_one_is_left_as_it_is()
    {
        var offered = Offered(new ServiceSlot(Nine, 30), new ServiceSlot(Nine + Duration.FromHours(1), 30, "The library"));
        Assert.Equal([Nine, Nine + Duration.FromHours(1)], offered.Free(Now).Select(slot => slot.StartsAt));
        Assert.Empty(Decide(offered, new ServiceCommand.PublishSlots([new ServiceSlot(Nine, 60)]), People.Provider).Events);

        var refused = Decide(offered, new ServiceCommand.PublishSlots([new ServiceSlot(Nine + Duration.FromDays(1), 30)]), Other);
        Assert.Equal((RefusalCode.ServiceNotYours, typeof(ServiceEvent.ChangeRefused)), (refused.Refusal?.Code, Assert.Single(refused.Events).GetType()));
        Assert.Equal(RefusalCode.RoleNotPermitted, Decide(offered, new ServiceCommand.PublishSlots([new ServiceSlot(Nine, 60)]), People.Officer).Refusal?.Code);
    }

    [Theory]
    [InlineData("2026-04-02 10:00", 30, null)]
    [InlineData("2027-04-10 10:00", 30, null)]
    [InlineData("2026-04-07 10:00", 4, null)]
    [InlineData("2026-04-07 10:00", 601, null)]
    [InlineData("2026-04-07 10:00", 30, "a\u0000b")]
    public void A_time_that_cannot_be_is_refused(string at, int minutes, string? place) =>
        Assert.IsType<Refusal.Invalid>(Decide(Added, new ServiceCommand.PublishSlots([new ServiceSlot(Case.Time(at), minutes, place)]), People.Provider).Refusal);

    [Fact]
    public void More_than_anybody_keeps_free_is_refused()
    {
        Assert.Equal(RefusalCode.SlotInvalid, Decide(Added, new ServiceCommand.PublishSlots([]), People.Provider).Refusal?.Code);
        Assert.Equal(RefusalCode.SlotInvalid, Decide(Added, new ServiceCommand.PublishSlots(Many(0, ServiceCommand.PublishSlots.Most + 1)), People.Provider).Refusal?.Code);
        var full = Enumerable.Range(0, 2).Aggregate(Added, (state, part) => Decide(state, new ServiceCommand.PublishSlots(Many(part * 100, 100)), People.Provider).State);
        Assert.Equal(RefusalCode.SlotInvalid, Decide(full, new ServiceCommand.PublishSlots(Many(200, 51)), People.Provider).Refusal?.Code);
        Assert.Null(Decide(full, new ServiceCommand.PublishSlots(Many(200, 50)), People.Provider).Refusal);
    }

    [Fact]
    public void Of_two_that_want_the_same_time_the_second_is_told_and_the_first_may_ask_again()
    {
        var taken = Take(Offered(new ServiceSlot(Nine, 30)), One);
        Assert.Empty(taken.Free(Now));
        Assert.Empty(Decide(taken, new ServiceCommand.TakeSlot(One, Nine), People.Officer).Events);
        var second = Decide(taken, new ServiceCommand.TakeSlot(Two, Nine), People.Worker);
        Assert.Equal((RefusalCode.SlotTaken, "Somebody else has just booked this time. Choose another one."), (second.Refusal?.Code, second.Refusal?.Message));
        Assert.Equal(RefusalCode.SlotUnknown, Decide(taken, new ServiceCommand.TakeSlot(Two, Nine + Duration.FromMinutes(1)), People.Worker).Refusal?.Code);
        Assert.Equal(RefusalCode.SlotTaken, Decide(taken, new ServiceCommand.WithdrawSlot(Nine), People.Provider).Refusal?.Code);
        Assert.Equal(RefusalCode.SlotUnknown, Decide(Offered(new ServiceSlot(Nine, 30)), new ServiceCommand.TakeSlot(One, Nine), People.Officer, Nine).Refusal?.Code);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(RefusalCode.AgreementEnded, true)]
    public void A_case_that_could_not_take_it_leaves_it_free(string? refusal, bool free)
    {
        var taken = Take(Offered(new ServiceSlot(Nine, 30)), One);
        Assert.Equal(Now + SlotHold.FollowAfter, taken.NextDue);
        var followed = Pass(taken, new SlotAnswer(Nine, One, false, refusal));
        Assert.Equal((free, null), (followed.Free(Now).Any(), followed.NextDue));
    }

    [Fact]
    public void What_is_given_back_is_free_when_the_case_has_cancelled_and_not_before()
    {
        var taken = Pass(Take(Offered(new ServiceSlot(Nine, 30)), One), new SlotAnswer(Nine, One, false));
        Assert.Empty(Decide(taken, new ServiceCommand.GiveBackSlot(Two, Nine), People.Officer).Events);

        var back = Decide(taken, new ServiceCommand.GiveBackSlot(One, Nine), Other).State;
        Assert.Equal(RefusalCode.SlotTaken, Decide(back, new ServiceCommand.TakeSlot(One, Nine), People.Officer).Refusal?.Code);
        Assert.Empty(back.Free(Now));
        Assert.Empty(Pass(back, new SlotAnswer(Nine, One, false)).Free(Now));
        Assert.Single(Pass(back, new SlotAnswer(Nine, One, true)).Free(Now));

        // It could not be cancelled any more: the person comes.
        var kept = Pass(back, new SlotAnswer(Nine, One, true, RefusalCode.AppointmentBegun));
        Assert.Equal((false, null), (kept.Free(Now).Any(), kept.NextDue));
    }

    [Fact]
    public void Times_that_are_over_are_forgotten_when_others_are_offered_and_a_closed_service_offers_none()
    {
        var taken = Pass(Take(Offered(new ServiceSlot(Nine, 30)), One), new SlotAnswer(Nine, One, false));
        var later = Decide(taken, new ServiceCommand.PublishSlots([new ServiceSlot(Nine + Duration.FromDays(2), 30)]), People.Provider, Nine + Duration.FromDays(1)).State;
        Assert.Equal((1, 0), (later.Slots.Length, later.Holds.Length));

        var closed = Decide(later, new ServiceCommand.CloseService { Reason = "Moved." }, People.Provider, Nine + Duration.FromDays(1)).State;
        Assert.Empty(closed.Free(Now));
        Assert.Equal(RefusalCode.SlotUnknown, Decide(closed, new ServiceCommand.TakeSlot(One, Nine + Duration.FromDays(2)), People.Officer).Refusal?.Code);
        Assert.Equal(RefusalCode.ServiceClosed, Decide(closed, new ServiceCommand.PublishSlots([new ServiceSlot(Nine + Duration.FromDays(3), 30)]), People.Provider).Refusal?.Code);
        Assert.Empty(Decide(later, new ServiceCommand.WithdrawSlot(Nine + Duration.FromDays(2)), People.Provider).State.Slots);
    }

    private static ServiceState Added => Decide(null, new ServiceCommand.AddService(new ServiceEntry("Supported housing", "Harbour", "Twenty flats.", [PathwayKind.Accommodation])), People.Provider).State;

    private static ServiceState Offered(params ServiceSlot[] slots) => Decide(Added, new ServiceCommand.PublishSlots([.. slots]), People.Provider).State;

    private static ServiceState Take(ServiceState state, AgreementId by) => Decide(state, new ServiceCommand.TakeSlot(by, Nine), People.Officer).State;

    private static ServiceState Pass(ServiceState state, SlotAnswer answer) => Decide(state, new ServiceCommand.TimePassed([answer]), Actor.Clock, Now + SlotHold.FollowAfter).State;

    private static ImmutableArray<ServiceSlot> Many(int from, int count) => [.. Enumerable.Range(from, count).Select(n => new ServiceSlot(Nine + Duration.FromHours(n), 30))];

    private static Decision<ServiceState, ServiceEvent> Decide(ServiceState? state, ServiceCommand command, Actor by, Instant? at = null) =>
        ServiceDecider.Decide(Id, state, command with { By = by, At = at ?? Now }, Inputs);
}
