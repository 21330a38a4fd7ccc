using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Duplicates;
using Diversion.Casework.Record;
using Diversion.Casework.Search;
using Diversion.Casework.Storage;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Duplicates;

public sealed class DuplicateTests : IDisposable
{
    private static readonly AgreementId Second = AgreementIds.FromCustodyReference("CUS/2");

    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Theory]
    [InlineData("Zoë Ó Briain-Smith", "zoe o'briain smith")]
    [InlineData("Anna Smith", "SMITH, Anna")]
    [InlineData("Anna Smith", "  Anna   Smith ")]
    [InlineData("Anna Smith-Jones", "Anna SmithJones")]
    [InlineData("Anna O’Brien", "O Brien Anna")]
    [InlineData("Łukasz Żółć", "Lukasz Zolc")]
    public async Task The_same_name_and_birth_date_is_found_however_it_is_written(string first, string second)
    {
        await casework.Done(Officer, Person(Id, first));

        var outcome = await casework.Do(Officer, Person(Second, second), id: Second);

        Assert.Equal(RefusalCode.PossibleDuplicate, Assert.IsType<Outcome.Refused>(outcome).Refusal.Code);
        var state = await casework.Done(Officer, Person(Second, second) with { DuplicateReason = "Another person." }, Second);
        Assert.Equal(Id, Assert.Single(state.Referral.SeenDuplicates).Case.Agreement);
    }

    [Fact]
    public async Task Another_name_or_birth_date_is_another_person()
    {
        await casework.Done(Officer, Person(Id, "Anna Smith"));
        await casework.Done(Officer, Person(Second, "Anna Smithe"), Second);
        var third = AgreementIds.FromCustodyReference("CUS/3");
        await casework.Done(Officer, Person(third, "Anna Smith", new LocalDate(1995, 5, 18)), third);
    }

    [Theory]
    [InlineData("20/9N", null, SameBy.PncId)]
    [InlineData(null, "cus 77", SameBy.CustodyReference)]
    public async Task The_same_PNC_id_or_custody_reference_is_found_under_another_name(string? pnc, string? custody, SameBy by)
    {
        await casework.Done(Officer, Person(Id, "Anna Smith", pnc: "2020/0000009N", custody: "CUS/77"));

        await casework.Done(
            Officer, Person(Second, "Bea Jones", new LocalDate(1980, 1, 1), pnc, custody ?? "X") with { DuplicateReason = "Married." }, Second);

        Assert.Equal<SameBy>([by], (await casework.Service.Find(Second))!.Referral.SeenDuplicates.Single().Case.By);
    }

    [Fact]
    public async Task Of_two_referrals_at_once_the_second_sees_the_first()
    {
        string[] references = [.. Enumerable.Range(0, 20).Select(i => $"RACE/{i}")];
        var outcomes = await Task.WhenAll(references.Select(reference => Task.Run(() =>
        {
            var id = AgreementIds.FromCustodyReference(reference);
            return casework.Do(Officer, Person(id, "Anna Smith", custody: reference), id: id);
        })));

        Assert.Single(outcomes.OfType<Outcome.Accepted>());
        Assert.All(outcomes.OfType<Outcome.Refused>(), refused => Assert.Equal(RefusalCode.PossibleDuplicate, refused.Refusal.Code));
    }

    [Fact]
    public async Task A_duplicate_from_another_process_is_seen_at_the_approval()
    {
        // Two processes on one store: neither waits for the other's lock.
        await casework.Done(Officer, Person(Id, "Anna Smith"));
        using var elsewhere = new CaseworkUnderTest(casework.Store);
        await elsewhere.Done(Officer, Person(Second, "Anna Smith") with { DuplicateReason = "Another person." }, Second);
        await Describe(Id);

        var outcome = await casework.Do(Sergeant, new ReferralCommand.ApproveEligibility());

        Assert.Equal(RefusalCode.PossibleDuplicate, Assert.IsType<Outcome.Refused>(outcome).Refusal.Code);
    }

    [Fact]
    public async Task A_second_active_agreement_needs_a_sergeant_whichever_way()
    {
        await casework.Signed();
        await casework.Done(Officer, Person(Second, "Pat Participant") with { DuplicateReason = "A new offence." }, Second);
        await Describe(Second);
        var unseen = await casework.Do(Sergeant, new ReferralCommand.ApproveEligibility(), id: Second);
        Assert.Equal(RefusalCode.PossibleDuplicate, Assert.IsType<Outcome.Refused>(unseen).Refusal.Code);

        var approved = await casework.Done(Sergeant, new ReferralCommand.ApproveEligibility { DuplicateReason = "Agreed with the lead." }, Second);

        Assert.True(Assert.Single(approved.Referral.SeenDuplicates) is { BySergeant: true, Case.Runs: true });
    }

    [Fact]
    public async Task Two_offers_of_one_person_signed_at_once_are_not_both_active()
    {
        var third = AgreementIds.FromCustodyReference("CUS/3");
        foreach (var id in new[] { Second, third })
        {
            await casework.Done(Officer, Person(id, "Anna Smith") with { DuplicateReason = "Another person." }, id);
            await Describe(id);
        }

        foreach (var id in new[] { Second, third })
        {
            await casework.Done(Sergeant, new ReferralCommand.ApproveEligibility { DuplicateReason = "Checked." }, id);
            await casework.Done(Officer, new OfferCommand.MakeOffer([new Domain.Conditions.ConditionTerms.NoReoffending()]), id);
        }

        var worker = new StaffRef("w1", "Wyn Worker", "east", "wyn@example.org");
        var signed = await Task.WhenAll(new[] { Second, third }.Select(id => Task.Run(() =>
            casework.Do(Officer, new OfferCommand.SignAgreement(new LocalDate(2026, 3, 3), worker) { DuplicateReason = "Checked." }, id: id))));

        Assert.Single(signed.OfType<Outcome.Accepted>());
        Assert.Equal(RefusalCode.SecondAgreement, Assert.Single(signed.OfType<Outcome.Refused>()).Refusal.Code);
    }

    [Fact]
    public async Task Of_two_appointments_at_one_time_in_two_agreements_of_one_person_only_one_is_booked()
    {
        await SignedWithNumber(Id);
        await SignedWithNumber(Second);
        foreach (var day in Enumerable.Range(1, 20))
        {
            var booked = await Task.WhenAll(new[] { Id, Second }.Select(id => Task.Run(() => casework.Do(Worker, casework.Meeting($"m-{day}", day) with { ConfirmUnusualTime = true }, id: id))));

            Assert.Single(booked.OfType<Outcome.Accepted>());
            Assert.Equal(RefusalCode.AppointmentOverlaps, Assert.Single(booked.OfType<Outcome.Refused>()).Refusal.Code);
        }
    }

    [Fact]
    public async Task A_dry_run_and_a_correction_know_the_appointments_of_other_agreements()
    {
        await SignedWithNumber(Id);
        await SignedWithNumber(Second);
        var meeting = casework.Meeting("m-1");
        await casework.Done(Worker, meeting);
        await casework.Done(Worker, new AppointmentCommand.RecordAttendance("supervision", "m-1", Attendance.CancelledByService));
        await casework.Done(Worker, meeting with { AppointmentId = "n-1" }, Second);

        var dryRun = new CommandDryRun(casework.Records, new DuplicateSearch(casework.Store), new Services.ServiceNames(casework.Store));
        Assert.Equal(RefusalCode.AppointmentOverlaps, (await dryRun.Of(Id, meeting with { AppointmentId = "m-2", By = Worker, At = casework.Now }))?.Code);

        casework.Now += Duration.FromDays(2);
        var corrected = await casework.Do(Worker, new AppointmentCommand.CorrectAttendance("supervision", "m-1", Attendance.Attended));
        Assert.Equal(RefusalCode.AppointmentOverlaps, Assert.IsType<Outcome.Refused>(corrected).Refusal.Code);
    }

    [Fact]
    public async Task The_search_for_duplicates_reads_no_more_when_there_are_more_cases()
    {
        for (var i = 0; i < 200; i++)
        {
            var id = AgreementIds.FromCustodyReference($"MANY/{i}");
            await casework.Done(Officer, Person(id, $"Someone Number{i}", custody: $"MANY/{i}"), id);
        }

        foreach (var (_, partition) in IdentityKeys.Of(Person(Id, "Someone Number7").Person, "MANY/7"))
        {
            Assert.Single((await casework.Store.Query(new TableQuery(Tables.Search, partition))).Rows);
        }
    }

    [Fact]
    public async Task What_others_may_know_of_a_case_is_shown_and_no_more()
    {
        await casework.Done(Officer, Person(Id, "Anna Smith"));
        var stranger = new Actor("o9", "Far Officer", Role.PoliceOfficer, "south");
        var query = new DuplicatesQuery(casework.Records, new DuplicateSearch(casework.Store), new RecordAccess(casework.Records, new AccessLog(casework.Store)));

        var own = Given(await query.Before(Officer, Person(Second, "Smith Anna").Person, null, casework.Now));
        var others = Given(await query.Before(stranger, Person(Second, "Smith Anna").Person, null, casework.Now));

        Assert.Equal(("referred", "Olu Officer"), (own.Status, own.Officer));
        Assert.Equal((null, null), (others.Status, others.Officer));
        Assert.Equal("same name and date of birth", others.SameByWords);
    }

    private static DuplicateView Given(Reply<IReadOnlyList<DuplicateView>> reply) =>
        Assert.Single(Assert.IsType<Reply<IReadOnlyList<DuplicateView>>.Given>(reply).Value);

    private static ReferralCommand.Refer Person(AgreementId id, string name, LocalDate? born = null, string? pnc = null, string? custody = null)
    {
        var refer = Referral(id, name);
        return refer with
        {
            Person = refer.Person with { Name = name, BornOn = born ?? new LocalDate(1995, 5, 17), PncId = pnc },
            CustodyReference = custody ?? id.Value,
        };
    }

    /// <summary>Signed by a sergeant, as a second agreement of one person is.</summary>
    private async Task SignedWithNumber(AgreementId id)
    {
        await casework.Done(Officer, Person(id, "Anna Smith", pnc: "2020/0000009N") with { DuplicateReason = "A new offence." }, id);
        await Describe(id);
        await casework.Done(Sergeant, new ReferralCommand.ApproveEligibility { DuplicateReason = "Checked." }, id);
        await casework.Done(Sergeant, new OfferCommand.MakeOffer([new Domain.Conditions.ConditionTerms.NoReoffending(), new Domain.Conditions.ConditionTerms.Supervision()]) { DuplicateReason = "Checked." }, id);
        await casework.Done(Sergeant, new OfferCommand.SignAgreement(new LocalDate(2026, 3, 3), new StaffRef("w1", "Wyn Worker", "east", "wyn@example.org")) { DuplicateReason = "Checked." }, id);
    }

    private async Task Describe(AgreementId id)
    {
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false), id);
        await casework.Done(Officer, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false), id);
        await casework.Done(Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], false, AdmissionAnswer.Full, true, 0)), id);
        await casework.Done(Officer, new ReferralCommand.RecordRisk("tool", 41.5m, RiskBand.Medium, RiskBand.Medium), id);
        await casework.Done(Officer, new Domain.Victim.VictimCommand.RecordVictim(false), id);
    }
}
