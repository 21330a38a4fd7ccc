using Diversion.Casework.Answers;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Staff;
using Diversion.Casework.StaffFiles;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.StaffFiles;

public sealed class StaffFileImportTests : IAsyncLifetime, IDisposable
{
    private const string Csv = """
        Staff id,Full name,Role,team id,team name,Organisation,email,telephone,username,Start date,manages,shoe size
        w1,Wyn Worker,key worker,east,,,wyn@example.org,0191 498 0001,wyn,,,42
        n1,Nell New,key-worker; Team manager,coast,The coast,,nell@example.org,,nell,,coast,
        n2,Pru Provider,partner provider,,,Harbour Trust,,,,2026-04-01,,
        M1,,,,,,mo.manager@example.org,,,,,
        l1,Lee Lead,programme lead,,,,lee@example.org,,,,,
        n3,Ned Noroles,,,,,,,,,,
        n4,Una Unknown,caseworker,,,,,,,,,
        n1,Nell Again,analyst,,,,,,,,,
        bad@id,Bea Bad,analyst,,,,,,,,,
        n5,Ed Email,analyst,,,,ed at example.org,,,,,
        n6,Phil Phone,analyst,,,,,12,,,,
        n7,Kay Noorg,provider,,,,,,,,,
        n8,Al Account,analyst,,,,,,nell,,,
        n9,Tess Few
        """;

    private readonly CaseworkUnderTest casework = new();
    private readonly StreamCache cache = new(10);
    private readonly StaffService staff;
    private readonly StaffFileImport import;

    public StaffFileImportTests()
    {
        staff = new StaffService(casework.Store, cache, casework.Rulebook, casework);
        import = new StaffFileImport(staff);
    }

    public async Task InitializeAsync() => await staff.Begin(casework.Now);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }

    [Fact]
    public async Task A_dry_run_says_what_the_import_then_does_and_keeps_nothing()
    {
        var before = await State();
        var dry = await Run(Csv, dryRun: true);
        Assert.Same(before, await State());

        var done = await Run(Csv);

        Assert.True(dry.DryRun);
        Assert.Equal(Told(dry), Told(done));
        Assert.Equal((14, 3, 1, 1, 9), (done.Rows, done.Added.Count, done.Changed.Count, done.Present, done.Rejected.Count));
        Assert.Equal(["The coast"], done.Teams);
        Assert.Equal(["Harbour Trust"], done.Organisations);
        Assert.Equal(["Ola Lead"], done.NotInFile);
        Assert.Equal(["shoe size"], done.UnknownColumns);
        Assert.Equal("email address mo.manager@example.org", Assert.Single(Assert.Single(done.Changed).What));
        Assert.Contains("manages The coast", done.Added.Single(one => one.Id == "n1").What);
        var state = await State();
        var nell = state.Person("n1")!;
        Assert.Equal(("Nell New", "coast", "nell", "nell@example.org"), (nell.Name, nell.Team, nell.Account, nell.Email));
        Assert.Equal([Role.KeyWorker, Role.TeamManager], nell.Roles.Order());
        Assert.Equal(("The coast", "n1"), (state.Team("coast")!.Name, state.Team("coast")!.Manager));
        Assert.Equal("Harbour Trust", state.Person("n2")!.Organisation);
        Assert.NotNull(state.Person("n2")!.StartsAt);
        Assert.Equal(("Mo Manager", "east"), (state.Person("m1")!.Name, state.Person("m1")!.Team));
        Assert.Null((await Verification.Run(casework.Store)).Fault);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_line_and_column_and_the_same_file_again_changes_nothing()
    {
        var report = await Run(Csv);
        string[] expected =
        [
            "7|roles|missing; the directory has nobody of this id",
            "8|roles|caseworker is not known; it is one of:",
            "9|id|the same person as in line 3",
            "10|id|an id has at most 64 characters",
            "11|email|ed at example.org is not an email address",
            "12|phone|12 is not understood",
            "13||A provider or supervisor belongs to an organisation",
            "14||Nell New signs in with this account",
            "15||2 cells under 12 headings",
        ];
        Assert.Equal(expected.Length, report.Rejected.Count);
        Assert.All(expected.Zip(report.Rejected), pair => Assert.StartsWith(pair.First, $"{pair.Second.Line}|{pair.Second.Faults[0].Column}|{pair.Second.Faults[0].Reason}", StringComparison.Ordinal));

        var version = (await State()).Version;
        var again = await Run(Csv);
        Assert.Equal((0, 0, 5), (again.Added.Count, again.Changed.Count, again.Present));
        Assert.Equal(version, (await State()).Version);
    }

    [Fact]
    public async Task An_empty_cell_and_a_missing_column_leave_what_is_there()
    {
        await Run(Csv);

        await Run("id,name,email,roles\nn1,Nell Newname,,\n");

        var nell = (await State()).Person("n1")!;
        Assert.Equal(("Nell Newname", "nell@example.org", "coast", "nell", 2), (nell.Name, nell.Email, nell.Team, nell.Account, nell.Roles.Length));
    }

    [Fact]
    public async Task Nobody_loses_cases_leaves_or_stops_leading_by_an_import()
    {
        await casework.Signed();
        await Run(Csv);

        var report = await Run("id,name,roles\nw1,Wyn Worker,analyst\nl1,Lee Lead,analyst\nl2,Ola Lead,analyst\n");

        Assert.Contains("1 open case", report.Rejected.Single(row => row.Line == 2).Faults[0].Reason, StringComparison.Ordinal);
        Assert.Contains("the last programme lead", report.Rejected.Single(row => row.Line == 4).Faults[0].Reason, StringComparison.Ordinal);
        Assert.All((await State()).People, person => Assert.Null(person.LastDay));

        await staff.Execute(StaffId.Programme, new StaffCommand.ChangeTeamManager("coast") { By = Lead, At = casework.Now });
        await staff.Execute(StaffId.Programme, new StaffCommand.RecordLeaver("n1", Domain.Time.WorkingCalendar.DateOf(casework.Now)) { By = Lead, At = casework.Now, Reason = "Moves away." });
        casework.Now += Duration.FromDays(2);
        await staff.PassTime("programme", casework.Now);
        Assert.Contains("left on", Assert.Single((await Run("id,name\nn1,Nell New\n")).Rejected).Faults[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_a_control_character_and_a_long_text_are_refused()
    {
        var report = await Run($"id,name,roles\nx1,#NAME?,analyst\nx2,Bell\u0007,analyst\nx3,{new string('a', 300)},analyst\n\"x4\nx5,Quote,analyst\n");

        // An open quote costs its own line, and not those after it.
        Assert.Equal("x5", Assert.Single(report.Added).Id);
        Assert.Equal([2, 3, 4, 5], report.Rejected.Select(row => row.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,roles\nA,analyst")]
    [InlineData("id,id,name\n")]
    [InlineData("\"id,name")]
    public async Task A_file_that_is_none_is_refused_as_a_whole(string csv) =>
        Assert.Equal(RefusalCode.StaffFileFaulty, Assert.IsType<Reply<StaffFileReport>.Refused>(await import.Run(csv, Lead, casework.Now, dryRun: false)).Refusal.Code);

    [Fact]
    public async Task Only_who_may_change_the_staff_may_import()
    {
        Assert.IsType<Reply<StaffFileReport>.Refused>(await import.Run(Csv, Worker, casework.Now, dryRun: true));
        Assert.IsType<Reply<StaffFileReport>.Refused>(await import.Run(Csv, Officer, casework.Now, dryRun: false));
        Assert.Null((await State()).Person("n1"));
    }

    private async Task<StaffState> State() => (await staff.Find(StaffId.Programme))!;

    private async Task<StaffFileReport> Run(string csv, bool dryRun = false) =>
        Assert.IsType<Reply<StaffFileReport>.Given>(await import.Run(csv, Lead, casework.Now, dryRun)).Value;

    private static string Told(StaffFileReport report) => string.Join('\n', (string[])
    [
        .. report.Added.Concat(report.Changed).Select(one => $"{one.Line} {one.Id} {one.Name} {string.Join("; ", one.What)}"),
        .. report.Rejected.SelectMany(row => row.Faults).Select(fault => fault.ToString()),
        $"{report.Present} {string.Join(';', report.Teams)} {string.Join(';', report.Organisations)} {string.Join(';', report.NotInFile)}",
    ]);
}
