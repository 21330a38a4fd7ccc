using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;
using Diversion.Domain.Services;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Services;

/// <summary>A service of the directory: who may change its entry, and the review of its partnership agreement.</summary>
public sealed class ServiceTests
{
    private static readonly Instant Now = Case.Time("2026-04-02 10:00");
    private static readonly ServiceId Id = new("supported-housing");
    private static readonly ServiceEntry Entry = new("Supported housing", "Harbour", "Twenty flats.", [PathwayKind.Accommodation]) { Places = 20 };
    private static readonly Actor Other = new("provider-2", "Paz Other", Role.Provider, Organisation: "Elsewhere");

    private static readonly ServiceInputs Inputs = new(
        new StaffDirectory([], [], ["Harbour", "Elsewhere"]), new Deadlines(Shipped.Checkpoint.Calendar, Shipped.Checkpoint.Scheme.Escalation), Shipped.Checkpoint.Scheme.Vocabulary);

    [Fact]
    public void A_partner_keeps_their_own_entry_and_a_repeat_changes_nothing()
    {
        var added = Decide(null, new ServiceCommand.AddService(Entry), People.Provider).State;
        Assert.Empty(Decide(added, new ServiceCommand.AddService(Entry), People.Provider).Events);
        Assert.Equal(RefusalCode.ServiceExists, Decide(added, new ServiceCommand.AddService(Entry with { Places = 3 }), People.Lead).Refusal?.Code);

        var changed = Decide(added, new ServiceCommand.ChangeService(Entry with { Places = 25, Organisation = "HARBOUR " }), People.Provider);
        Assert.Equal((25, "Harbour"), (changed.State.Entry.Places!.Value, changed.State.Entry.Organisation));
        Assert.Equal("Pat Provider", changed.State.ChangedBy.Name);
        Assert.Empty(Decide(changed.State, new ServiceCommand.ChangeService(Entry with { Places = 25 }), People.Lead).Events);
        Assert.Equal(RefusalCode.ServiceNotYours, Decide(added, new ServiceCommand.ChangeService(Entry with { Organisation = "Elsewhere" }), People.Provider).Refusal?.Code);
        Assert.Equal(RefusalCode.ServiceNotYours, Decide(null, new ServiceCommand.AddService(Entry with { Organisation = "Elsewhere" }), People.Provider).Refusal?.Code);
        Assert.Equal(RefusalCode.StaffUnknown, Decide(null, new ServiceCommand.AddService(Entry with { Organisation = "Nobody" }), People.Lead).Refusal?.Code);
    }

    [Fact]
    public void Who_changes_the_entry_of_another_organisation_is_refused_and_recorded_once_a_day()
    {
        var added = Decide(null, new ServiceCommand.AddService(Entry), People.Provider).State;
        ServiceCommand[] all = [new ServiceCommand.ChangeService(Entry with { Places = 0 }), new ServiceCommand.CloseService { Reason = "Ha." }];
        foreach (var command in all)
        {
            var refused = Decide(added, command, Other);
            Assert.Equal(RefusalCode.ServiceNotYours, refused.Refusal?.Code);
            Assert.Equal(new ServiceEvent.ChangeRefused(Other.AsStaff(), "Elsewhere", Now), Assert.Single(refused.Events));
            Assert.Equal((20, false), (refused.State.Entry.Places!.Value, refused.State.IsClosed));
            Assert.Empty(Decide(refused.State, command, Other).Events);
            Assert.Equal(RefusalCode.ServiceNotYours, Decide(refused.State, command, Other).Refusal?.Code);
            Assert.Single(Decide(refused.State, command, Other, Now + Duration.FromDays(1)).Events);

            var read = Decide(refused.State, new ServiceCommand.ReadRefusedChanges(), People.Lead).State;
            Assert.Empty(read.Refused);
        }

        Assert.Equal(RefusalCode.RoleNotPermitted, Decide(added, new ServiceCommand.ReadRefusedChanges(), People.Provider).Refusal?.Code);
        Assert.Equal(RefusalCode.RoleNotPermitted, Decide(added, new ServiceCommand.RecordPartnership(new Partnership(new(2026, 1, 1), new(2027, 1, 1))), People.Provider).Refusal?.Code);
        Assert.Equal(RefusalCode.RoleNotPermitted, Decide(added, new ServiceCommand.ChangeService(Entry), People.Worker).Refusal?.Code);
    }

    [Fact]
    public void The_review_of_a_partnership_agreement_is_chased_by_the_ladder_until_it_is_recorded()
    {
        var review = new LocalDate(2026, 5, 14);
        var agreed = Decide(Added(), new ServiceCommand.RecordPartnership(new Partnership(new(2025, 5, 1), review, new(2027, 4, 30))), People.Lead).State;
        Assert.Equal(review, agreed.NextDue!.Value.InUtc().Date);

        var at = agreed.NextDue.Value;
        var told = 0;
        var state = agreed;
        while (state.NextDue is { } due)
        {
            at = due;
            var passed = Decide(state, new ServiceCommand.TimePassed(), Actor.Clock, due);
            Assert.IsType<ServiceEvent.LeadsReminded>(Assert.Single(passed.Events));
            Assert.Empty(Decide(passed.State, new ServiceCommand.TimePassed(), Actor.Clock, due).Events);
            state = passed.State;
            told++;
        }

        Assert.Equal(agreed.Review!.Ladder.Length, told);
        Assert.True(state.ReviewWaits);
        Assert.Equal(RefusalCode.TextMissing, Decide(state, new ServiceCommand.ReviewPartnership(new LocalDate(2027, 3, 1)), People.Lead, at).Refusal?.Code);
        Assert.Equal(RefusalCode.ValueOutOfRange, Decide(state, new ServiceCommand.ReviewPartnership(new LocalDate(2027, 5, 1)) { Reason = "Well." }, People.Lead, at).Refusal?.Code);

        var reviewed = Decide(state, new ServiceCommand.ReviewPartnership(new LocalDate(2027, 3, 1)) { Reason = "Two more flats." }, People.Lead, at).State;
        Assert.Equal((false, new LocalDate(2027, 3, 1)), (reviewed.ReviewWaits, reviewed.Partnership!.ReviewOn));
        var ended = Decide(reviewed, new ServiceCommand.ReviewPartnership { Reason = "Not continued." }, People.Lead, at).State;
        Assert.Equal((null, null), (ended.Partnership, ended.NextDue));
        Assert.Equal(RefusalCode.PartnershipNone, Decide(ended, new ServiceCommand.ReviewPartnership { Reason = "Again." }, People.Lead, at).Refusal?.Code);
    }

    [Fact]
    public void Several_steps_that_were_slept_through_are_told_once_and_a_closed_service_is_not_chased()
    {
        var agreed = Decide(Added(), new ServiceCommand.RecordPartnership(new Partnership(new(2025, 5, 1), new(2026, 1, 5))), People.Lead).State;
        var late = Decide(agreed, new ServiceCommand.TimePassed(), Actor.Clock);
        Assert.Equal(new ServiceEvent.LeadsReminded(agreed.Review!.Ladder.Length, agreed.Review.Due), Assert.Single(late.Events));

        Assert.Equal(RefusalCode.TextMissing, Decide(agreed, new ServiceCommand.CloseService(), People.Provider).Refusal?.Code);
        var closed = Decide(late.State, new ServiceCommand.CloseService { Reason = "The lease ended." }, People.Provider).State;
        Assert.Equal((true, false, null), (closed.IsClosed, closed.ReviewWaits, closed.NextDue));
        Assert.Empty(Decide(closed, new ServiceCommand.CloseService { Reason = "Again." }, People.Provider).Events);
        Assert.False(Decide(closed, new ServiceCommand.ReopenService(), People.Lead).State.IsClosed);
    }

    public static TheoryData<string, ServiceEntry> Faulty => new()
    {
        { "name", Entry with { Name = " " } },
        { "name", Entry with { Name = new string('x', 201) } },
        { "name", Entry with { Name = "Housing\u202Egnp" } },
        { "description", Entry with { Description = "" } },
        { "needs", Entry with { Needs = [] } },
        { "needs", Entry with { Needs = [(PathwayKind)99] } },
        { "fromAge", Entry with { FromAge = 3 } },
        { "toAge", Entry with { FromAge = 30, ToAge = 25 } },
        { "places", Entry with { Places = -1 } },
        { "latitude", Entry with { Latitude = 54.7m } },
        { "latitude", Entry with { Latitude = 154.7m, Longitude = -1.5m } },
        { "website", Entry with { Website = "javascript:alert(1)" } },
        { "website", Entry with { Website = "https://user:word@example.org" } },
        { "phone", Entry with { Phone = "ring me" } },
        { "email", Entry with { Email = "nobody" } },
        { "postcode", Entry with { Postcode = "NOWHERE 12345" } },
        { "languages", Entry with { Languages = [new string('x', 201)] } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_entry_is_refused_with_its_field(string field, ServiceEntry entry)
    {
        var refused = Decide(null, new ServiceCommand.AddService(entry), People.Lead);

        Assert.Empty(refused.Events);
        Assert.Equal($"entry.{field}", Assert.IsType<Refusal.Invalid>(refused.Refusal).Field);
    }

    [Fact]
    public void An_unknown_offence_group_is_refused_with_the_nearest_and_a_synonym_is_kept_as_its_code()
    {
        Assert.Equal(RefusalCode.WordUnknown, Decide(null, new ServiceCommand.AddService(Entry with { ExcludedOffences = ["arsonn"] }), People.Lead).Refusal?.Code);
        var kept = Decide(null, new ServiceCommand.AddService(Entry with { ExcludedOffences = ["fire setting", "Arson"], Postcode = "dh15ul" }), People.Lead).State.Entry;
        Assert.Equal("arson", Assert.Single(kept.ExcludedOffences));
        Assert.Equal("DH1 5UL", kept.Postcode);
        Assert.Equal(RefusalCode.ServiceFaulty, ServiceDecider.Decide(new ServiceId("../x"), null, By(new ServiceCommand.AddService(Entry), People.Lead, Now), Inputs).Refusal?.Code);
    }

    [Fact]
    public void Why_a_service_does_not_fit_is_said_and_what_is_not_known_is_not_held_against_the_person()
    {
        var today = new LocalDate(2026, 4, 2);
        var entry = Entry with { OnlyFor = ServiceSex.Women, FromAge = 18, ToAge = 25, ExcludedOffences = ["arson"], Areas = ["Riverside", "Darlington"] };
        var woman = new ServicePerson(Sex.Female, 20, "riverside", "County Durham", ["theft"]);
        Assert.Empty(ServiceFit.Against(entry, null, PathwayKind.Accommodation, woman, today));
        Assert.Empty(ServiceFit.Against(entry with { OnlyFor = null }, null, null, new ServicePerson(), today));

        Assert.Equal("It is not for health.", Assert.Single(ServiceFit.Against(entry, null, PathwayKind.Health, woman, today)));
        Assert.Equal("It is for women.", Assert.Single(ServiceFit.Against(entry, null, null, woman with { Sex = Sex.Male }, today)));
        Assert.Equal("It takes people from 18 to 25; this person is 26.", Assert.Single(ServiceFit.Against(entry, null, null, woman with { Age = 26 }, today)));
        Assert.Equal("It takes nobody with an offence of this group.", Assert.Single(ServiceFit.Against(entry, null, null, woman with { Offences = ["theft", "arson"] }, today)));
        Assert.Equal("It takes people from Riverside, Darlington.", Assert.Single(ServiceFit.Against(entry, null, null, woman with { Ward = "Esh" }, today)));
        Assert.Equal("The partnership agreement ended on 1 April 2026.", Assert.Single(ServiceFit.Against(entry, new Partnership(new(2025, 1, 1), new(2026, 1, 1), today.PlusDays(-1)), null, woman, today)));
    }

    private static ServiceState Added() => Decide(null, new ServiceCommand.AddService(Entry), People.Provider).State;

    private static Decision<ServiceState, ServiceEvent> Decide(ServiceState? state, ServiceCommand command, Actor by, Instant? at = null) =>
        ServiceDecider.Decide(Id, state, By(command, by, at ?? Now), Inputs);

    private static ServiceCommand By(ServiceCommand command, Actor by, Instant at) => command with { By = by, At = at };
}
