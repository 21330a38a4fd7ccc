using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Conditions;
using Diversion.Casework.Maintenance;
using Diversion.Casework.MyWork;
using Diversion.Casework.Record;
using Diversion.Casework.ServiceEntries;
using Diversion.Casework.Services;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Domain.Services;
using Diversion.Domain.Visits;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.ServiceEntries;

/// <summary>A slot of a service and the cases that want it, over the real services: the service says who has it, the case follows.</summary>
public sealed class VisitBookingTests : IDisposable
{
    private static readonly ServiceId Housing = new("housing");
    private static readonly AgreementId Other = AgreementIds.FromCustodyReference("CUS/2");

    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(0);
    private readonly ServiceService services;
    private readonly CaseworkService cases;
    private readonly DueSweep sweep;

    public VisitBookingTests()
    {
        (services, cases, sweep) = Host(new StreamCache(0));
    }

    private Instant Slot => casework.Now + Duration.FromDays(2);

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task A_booking_is_on_the_case_and_on_the_service_and_the_sweep_has_nothing_left_to_do()
    {
        await Prepared();
        var booked = Assert.IsType<Outcome.Accepted>(await Book(Id)).State.Visits.Single();
        Assert.Equal(("Supported housing", "Home First", 30, "1 High Street, DH1 1AA"), (booked.Service.Name, booked.Provider, booked.Minutes, booked.Place));
        Assert.IsType<Outcome.Unchanged>(await Book(Id));

        casework.Now += Duration.FromMinutes(2);
        await sweep.Run(casework.Now);
        Assert.True((await services.Find(Housing))!.Holds.Single() is { Followed: true, GivenBack: false });
        Assert.Single((await cases.Find(Id))!.Visits);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task Until_it_begins_it_is_an_appointment_to_come_and_then_its_outcome_is_to_be_recorded()
    {
        await Prepared();
        var at = Slot;
        await Book(Id);
        Assert.Equal((WorkKind.Session, (string?)null, at), await Shown());

        casework.Now = at + Duration.FromHours(1);
        Assert.Equal((WorkKind.Outcome, "record-visit"), (await Shown()) is var (kind, next, _) ? (kind, next) : default);

        async Task<(WorkKind, string?, Instant)> Shown()
        {
            var work = Assert.IsType<Reply<WorkList>.Given>(await new MyWorkQuery(casework.Records, casework.Store).Of(Officer, casework.Now)).Value;
            var item = Assert.Single(work.Items, item => item.Rule.Contains("service", StringComparison.Ordinal) && item.Kind is WorkKind.Session or WorkKind.Outcome);
            return (item.Kind, item.Next, item.At);
        }
    }

    [Fact]
    public async Task Of_two_bookings_at_the_same_instant_on_two_machines_one_wins_and_the_other_is_told()
    {
        await Prepared();
        var (_, elsewhere, _) = Host(new StreamCache(0));
        for (var round = 1; round <= 5; round++)
        {
            var at = casework.Now + Duration.FromDays(2) + Duration.FromHours(round);
            await Do(new ServiceCommand.PublishSlots([new ServiceSlot(at, 30)]));
            var both = await Task.WhenAll(
                Task.Run(async () => await cases.Execute(Id, Asked(at))),
                Task.Run(async () => await elsewhere.Execute(Other, Asked(at))));

            Assert.Single(both.OfType<Outcome.Accepted>());
            Assert.Equal("Somebody else has just booked this time. Choose another one.", Assert.Single(both.OfType<Outcome.Refused>()).Refusal.Message);
            Assert.Single((await services.Find(Housing))!.Holds, hold => hold.StartsAt == at);
        }

        Assert.Equal(5, (await cases.Find(Id))!.Visits.Length + (await cases.Find(Other))!.Visits.Length);
    }

    [Fact]
    public async Task What_was_cut_off_between_the_two_is_finished_by_the_sweep()
    {
        await Prepared();
        await Do(new ServiceCommand.TakeSlot(Id, Slot), Officer);
        Assert.Empty((await cases.Find(Id))!.Visits);
        await Swept();
        Assert.Equal(VisitStatus.Booked, (await cases.Find(Id))!.Visits.Single().Status);

        await Do(new ServiceCommand.GiveBackSlot(Id, Slot - Duration.FromMinutes(2)), Officer);
        Assert.Equal(VisitStatus.Booked, (await cases.Find(Id))!.Visits.Single().Status);
        await Swept();
        Assert.Equal(VisitStatus.Cancelled, (await cases.Find(Id))!.Visits.Single().Status);
        Assert.Empty((await services.Find(Housing))!.Holds);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task A_case_that_cannot_take_it_leaves_it_free_and_a_cancelled_time_is_booked_by_somebody_else()
    {
        await Prepared();
        await Do(new ServiceCommand.TakeSlot(new AgreementId("DV-NOBOD-Y0000"), Slot), Officer);
        var at = Slot;
        await Swept();
        Assert.Empty((await services.Find(Housing))!.Holds);

        Assert.IsType<Outcome.Accepted>(await cases.Execute(Id, Asked(at)));
        Assert.Equal(RefusalCode.SlotTaken, Assert.IsType<Outcome.Refused>(await cases.Execute(Other, Asked(at))).Refusal.Code);
        Assert.IsType<Outcome.Accepted>(await cases.Execute(Id, new VisitCommand.CancelVisit(1) { By = Officer, At = casework.Now, Reason = "She is ill." }));
        Assert.Equal(RefusalCode.SlotTaken, Assert.IsType<Outcome.Refused>(await cases.Execute(Other, Asked(at))).Refusal.Code);
        await Swept();
        Assert.IsType<Outcome.Accepted>(await cases.Execute(Other, Asked(at)));
    }

    [Fact]
    public async Task A_person_who_is_elsewhere_at_that_time_takes_no_slot()
    {
        await Prepared();
        var at = Slot;
        Assert.IsType<Outcome.Accepted>(await cases.Execute(Id, Asked(at)));
        await Do(new ServiceCommand.PublishSlots([new ServiceSlot(at + Duration.FromMinutes(10), 30)]));

        Assert.Equal(RefusalCode.AppointmentOverlaps, Assert.IsType<Outcome.Refused>(await cases.Execute(Id, Asked(at + Duration.FromMinutes(10)))).Refusal.Code);

        Assert.Single((await services.Find(Housing))!.Holds);
        Assert.Equal(RefusalCode.ServiceUnknown, Assert.IsType<Outcome.Refused>(await cases.Execute(Id, new VisitCommand.BookVisit("nothing", at) { By = Officer, At = casework.Now })).Refusal.Code);
    }

    [Fact]
    public async Task A_provider_sees_the_case_while_the_appointment_stands_and_no_other_provider_does()
    {
        await Prepared();
        await Book(Id);
        var state = (await cases.Find(Id))!;
        var own = new Actor("p1", "Pat", Role.Provider, Organisation: "Home First");
        var others = new Actor("p2", "Paz", Role.Provider, Organisation: "Elsewhere");

        Assert.True(AccessPolicy.Of(own, state) is { Record: true, Person: false, Timeline: false });
        Assert.False(AccessPolicy.Of(others, state).Record);
        Assert.Null(AccessPolicy.MayCommand(own, state, new VisitCommand.RecordVisit(1, true)));
        Assert.NotNull(AccessPolicy.MayCommand(own, state, new VisitCommand.RecordVisit(2, true)));
        Assert.NotNull(AccessPolicy.MayCommand(others, state, new VisitCommand.RecordVisit(1, true)));
        Assert.Single(await casework.Rows(Tables.Caseload), row => row.Partition == "provider:Home First");

        Assert.IsType<Outcome.Accepted>(await cases.Execute(Id, new VisitCommand.CancelVisit(1) { By = own, At = casework.Now, Reason = "We are closed." }));
        Assert.False(AccessPolicy.Of(own, (await cases.Find(Id))!).Record);
        Assert.DoesNotContain(await casework.Rows(Tables.Caseload), row => row.Partition == "provider:Home First");
    }

    private (ServiceService Services, CaseworkService Cases, DueSweep Sweep) Host(StreamCache own)
    {
        CaseworkService? made = null;
        var directory = new ServiceService(casework.Store, own, casework.Rulebook, new ServiceDirectory(casework.Store), casework, () => made!);
        made = new CaseworkService(casework.Store, own, casework.Rulebook, casework, slots: directory);
        return (directory, made, new DueSweep(casework.Store, new StreamServices(made, directory), NullLogger<DueSweep>.Instance));
    }

    private async Task Prepared()
    {
        await Do(new ServiceCommand.AddService(new ServiceEntry("Supported housing", "Home First", "Twenty flats.", [PathwayKind.Accommodation]) { Address = "1 High Street", Postcode = "DH1 1AA" }));
        await Do(new ServiceCommand.PublishSlots([new ServiceSlot(Slot, 30)]));
        foreach (var (id, name) in new[] { (Id, "Pat Participant"), (Other, "Quin Other") })
        {
            Assert.IsType<Outcome.Accepted>(await cases.Execute(id, Referral(id, name) with { By = Officer, At = casework.Now }));
        }
    }

    private async Task Swept()
    {
        casework.Now += Duration.FromMinutes(2);
        await sweep.Run(casework.Now);
    }

    private VisitCommand.BookVisit Asked(Instant at) => new("housing", at) { By = Officer, At = casework.Now };

    private async Task<Outcome> Book(AgreementId id) => await cases.Execute(id, Asked(Slot));

    private async Task Do(ServiceCommand command, Actor? by = null)
    {
        var outcome = await services.Execute(Housing, command with { By = by ?? Lead, At = casework.Now });
        Assert.True(outcome is Outcome<ServiceState>.Accepted, $"{outcome}");
    }
}
