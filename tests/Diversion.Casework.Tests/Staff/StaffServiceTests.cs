using Diversion.Casework.Maintenance;
using Diversion.Casework.Programmes;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Sharing;
using Diversion.Domain.Staff;
using Diversion.Domain.Term;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Staff;

/// <summary>The staff directory as a stream beside the agreements of one programme.</summary>
public sealed class StaffServiceTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(10);
    private readonly StaffService staff;

    public StaffServiceTests() => staff = new StaffService(casework.Store, cache, casework.Rulebook, casework);

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task The_directory_begins_with_the_lists_of_the_settings()
    {
        Assert.True(await staff.Begin(casework.Now));

        var state = (await staff.Find(StaffId.Programme))!;
        Assert.Equal(["l1", "l2", "m1"], state.People.Select(person => person.Id));
        Assert.Equal(("east", "m1"), (Assert.Single(state.Teams).Id, state.Teams[0].Manager));
        var settings = casework.Rulebook.Settings;
        Assert.Equal(settings.Leads, casework.Rulebook.Programme.Leads);
        Assert.Equal(settings.TeamManagers, casework.Rulebook.Programme.TeamManagers);
        Assert.Equal(["staff:programme"], (await casework.Rows(Tables.Streams)).Select(row => row.Partition).Distinct());
    }

    [Fact]
    public async Task It_begins_once_even_if_two_begin_at_the_same_time()
    {
        using var otherCache = new StreamCache(10);
        var other = new StaffService(casework.Store, otherCache, new Rulebook(casework.Rulebook.Schemes, casework.Rulebook.Calendar, casework.Rulebook.Settings), casework);

        await Task.WhenAll(staff.Begin(casework.Now).AsTask(), other.Begin(casework.Now).AsTask());
        await staff.Begin(casework.Now);

        Assert.Equal(1, (await staff.Find(StaffId.Programme))!.Version);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task After_a_crash_between_the_beginning_and_the_first_command_the_next_start_goes_on()
    {
        await staff.Begin(casework.Now);
        using var afterwards = new StreamCache(10);
        var settings = casework.Rulebook.Settings with { Leads = [new StaffRef("l9", "Lou Edited")] };
        var restarted = new Rulebook(casework.Rulebook.Schemes, casework.Rulebook.Calendar, settings);
        var again = new StaffService(casework.Store, afterwards, restarted, casework);

        Assert.False(await again.Begin(casework.Now), "The file was edited since: whoever starts has to be told.");

        Assert.Equal(["l1", "l2"], restarted.Programme.Leads.Select(lead => lead.Id));
        await Done(new StaffCommand.AddPerson("l9", "Lou Lead", [Role.ProgrammeLead]), again);
        Assert.Equal(["l1", "l2", "l9"], restarted.Programme.Leads.Select(lead => lead.Id));
    }

    [Fact]
    public async Task A_change_counts_for_the_next_decision()
    {
        await staff.Begin(casework.Now);
        await Done(new StaffCommand.AddPerson("w7", "Wes Worker", [Role.KeyWorker]));

        await Assert.ThrowsAsync<InvalidOperationException>(() => casework.Signed());
        await Done(new StaffCommand.AddPerson("w1", "Wyn Worker", [Role.KeyWorker], "east", Email: "wyn@example.org"));
        var signed = await casework.Done(Officer, new OfferCommand.SignAgreement(new LocalDate(2026, 3, 3), new StaffRef("w1", "Somebody else", null, "else@example.org")));

        Assert.Equal(new StaffRef("w1", "Wyn Worker", "east", "wyn@example.org"), signed.KeyWorker);
    }

    [Fact]
    public async Task A_key_worker_with_open_cases_leaves_when_they_are_passed_on()
    {
        await staff.Begin(casework.Now);
        await Done(new StaffCommand.AddPerson("w1", "Wyn Worker", [Role.KeyWorker], "east"));
        await Done(new StaffCommand.AddPerson("w2", "Win Worker", [Role.KeyWorker], "east"));
        await casework.Signed();
        var leave = new StaffCommand.RecordLeaver("w1", new LocalDate(2026, 3, 6));

        Assert.Equal(RefusalCode.CasesOpen, Assert.IsType<Outcome<StaffState>.Refused>(await Do(leave)).Refusal.Code);
        await casework.Done(Lead, new TermCommand.ChangeKeyWorker(new StaffRef("w2", "Win Worker")));
        await Done(leave);

        casework.Now = Instant.FromUtc(2026, 3, 7, 0, 0);
        await new DueSweep(casework.Store, new StreamServices(casework.Service, staff), NullLogger<DueSweep>.Instance).Run(casework.Now);
        Assert.Contains("w1", casework.Rulebook.Programme.Left);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task Leads_are_written_to_when_the_review_of_a_sharing_agreement_is_due_and_it_waits_in_their_inbox()
    {
        await staff.Begin(casework.Now);
        await Done(new StaffCommand.AddOrganisation("Home First"));
        await Done(new StaffCommand.AgreeSharing("Home First", SharingPurpose.Progress, SharingBasis.Consent, new(2026, 3, 2), new(2026, 3, 20)));
        Assert.Empty(await casework.Rows(Tables.Inbox));
        Assert.True(await staff.PassTime("programme", (await staff.NextDue("programme"))!.Value));

        Assert.Equal(casework.Rulebook.Programme.Leads.Count, (await casework.Rows(Tables.Outbox)).Count);
        Assert.Equal("sharing-review", Assert.Single(await casework.Rows(Tables.Inbox)).Text("kind"));
        casework.Now += Duration.FromDays(20);
        await Done(new StaffCommand.ReviewSharing(1, new(2026, 9, 1)) { Reason = "They need it." });
        Assert.Empty(await casework.Rows(Tables.Inbox));
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task Of_two_leads_who_leave_at_the_same_time_one_stays()
    {
        using var otherCache = new StreamCache(10);
        var other = new StaffService(casework.Store, otherCache, casework.Rulebook, casework);
        await staff.Begin(casework.Now);
        Assert.NotNull(await other.Find(StaffId.Programme));
        var day = new LocalDate(2026, 3, 6);

        var both = await Task.WhenAll(
            Do(new StaffCommand.RecordLeaver("l1", day)).AsTask(), Do(new StaffCommand.RecordLeaver("l2", day), other).AsTask());

        Assert.Equal(RefusalCode.LastLead, Assert.Single(both.OfType<Outcome<StaffState>.Refused>()).Refusal.Code);
        Assert.Single(both.OfType<Outcome<StaffState>.Accepted>());
    }

    [Fact]
    public async Task Where_others_write_too_a_change_is_known_within_the_agreed_time()
    {
        using var none = new StreamCache(0);
        var rulebook = new Rulebook(casework.Rulebook.Schemes, casework.Rulebook.Calendar, casework.Rulebook.Settings);
        var reader = new StaffService(casework.Store, none, rulebook, casework, TimeSpan.FromMilliseconds(50));
        await reader.Refresh(casework.Now);
        Assert.Equal(1, (await reader.Find(StaffId.Programme))!.Version);
        var known = rulebook.Programme;

        await Done(new StaffCommand.AddPerson("l3", "Lin Lead", [Role.ProgrammeLead]));
        Assert.Equal(known, rulebook.Programme);
        await Task.Delay(100);
        await reader.Refresh(casework.Now);

        Assert.Equal(["l1", "l2", "l3"], rulebook.Programme.Leads.Select(lead => lead.Id));
    }

    [Fact]
    public async Task Where_only_this_process_writes_sign_in_and_commands_never_read_it()
    {
        await staff.Begin(casework.Now);
        var stopped = new StaffService(new NoStore(), cache, casework.Rulebook, casework);

        await stopped.Refresh(casework.Now);

        Assert.True(casework.Rulebook.KnowsStaff);
    }

    [Fact]
    public async Task Everything_about_a_person_is_read_back_from_the_store()
    {
        await staff.Begin(casework.Now);
        await Done(new StaffCommand.AddPerson("w1", "Wyn Worker", [Role.KeyWorker, Role.TeamManager], "east", null, "wyn@example.org", "0191 498 0001", new LocalDate(2026, 3, 9)));
        await Done(new StaffCommand.ArrangeCover("l1", "l2", new LocalDate(2026, 3, 6)));
        await Done(new StaffCommand.RecordLeaver("l1", new LocalDate(2026, 3, 20)));
        using var cold = new StreamCache(0);

        var read = (await new StaffService(casework.Store, cold, casework.Rulebook, casework).Find(StaffId.Programme))!;

        var known = (await staff.Find(StaffId.Programme))!;
        Assert.Equal(known.People.Select(person => person with { Roles = [] }), read.People.Select(person => person with { Roles = [] }));
        Assert.True(known.Person("w1")!.Roles.SequenceEqual(read.Person("w1")!.Roles));
        Assert.Equal((known.Teams[0], StaffDue.Next(known)), (read.Teams[0], StaffDue.Next(read)));
    }

    [Fact]
    public async Task Verify_and_rebuild_walk_the_directory_too()
    {
        await casework.Signed();
        await staff.Begin(casework.Now);
        await Done(new StaffCommand.ArrangeCover("l1", "l2", new LocalDate(2026, 3, 6)));
        Assert.Equal("1 agreement, 1 staff directory", (await Verification.Run(casework.Store)).Streams.ToString());
        Assert.Equal(0, (await Rebuilding.Run(casework.Store)).Written);

        var due = (await casework.Rows(Tables.Due)).Single(row => row.TextOrNull("staff") is not null);
        await casework.Store.Commit(new TableTransaction(Tables.Due, due.Partition, [new RowChange.Delete(due.Row)]), []);
        await casework.Store.Commit(new TableTransaction(Tables.Streams, "staff:programme", [new RowChange.Delete("s")]), []);
        Assert.Contains("staff:programme has no snapshot", (await Verification.Run(casework.Store)).Fault, StringComparison.Ordinal);
        Assert.Equal(2, (await Rebuilding.Run(casework.Store)).Written);
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    private async Task Done(StaffCommand command, StaffService? by = null)
    {
        var outcome = await Do(command, by);
        Assert.True(outcome is Outcome<StaffState>.Accepted, $"{outcome}");
    }

    private ValueTask<Outcome<StaffState>> Do(StaffCommand command, StaffService? by = null) =>
        (by ?? staff).Execute(StaffId.Programme, command with { By = Lead, At = casework.Now });

    private sealed class NoStore : ITableStore
    {
        public ValueTask<TableRow?> Get(string table, string partition, string row, CancellationToken cancellation = default) => throw new InvalidOperationException("Read.");

        public ValueTask<TablePage> Query(TableQuery query, CancellationToken cancellation = default) => throw new InvalidOperationException("Read.");

        public IAsyncEnumerable<TableRow> Scan(string table, CancellationToken cancellation = default) => throw new InvalidOperationException("Read.");

        public ValueTask<bool> Commit(TableTransaction first, IReadOnlyList<TableTransaction> following, CancellationToken cancellation = default) => throw new InvalidOperationException("Written.");
    }
}
