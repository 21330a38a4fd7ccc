using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Local.Import;
using NodaTime;

namespace Diversion.Local.Tests.Import;

public sealed class ReferralImportTests : IDisposable
{
    private const string All = ImportBench.Headings + ",victim,victim_enhanced,victim_name,admission,current_orders,previous_convictions,risk_score,risk_band";

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_good_row_is_referred_in_the_officers_name_with_facts_risk_and_victim()
    {
        var report = await bench.ImportText($"{All}\n{ImportBench.Row("CR/1", "Zoë Ó Briain")},yes,no,A. Hall,yes,none,2,41.5,medium\n");

        Assert.Equal((1, 0), (report.Added, report.Rejected.Count));
        var state = (await bench.Find("cr/1"))!;
        Assert.Equal("Zoë Ó Briain", state.Referral.Person.Name);
        Assert.Equal(new Offence("Theft", "theft", new LocalDate(2026, 10, 2), OffenceClass.EitherWay), state.Referral.Offence);
        Assert.Equal(("4412", "Durham", "CR/1"), (state.Referral.Officer.Id, state.Referral.Officer.Team, state.Referral.CustodyReference));
        Assert.Equal(AdmissionAnswer.Full, state.Referral.Facts.Admission);
        Assert.Empty(state.Referral.Facts.CurrentOrders!.Value);
        Assert.Equal(2, state.Referral.Facts.PreviousConvictions);
        Assert.Equal((41.5m, RiskBand.Medium), (state.Referral.Risk.Score, state.Referral.Risk.ToolBand));
        Assert.Equal((true, "A. Hall"), (state.Victims.Any, state.Victims.Only!.Details.Name));
        await foreach (var recorded in bench.Casework.Events(state.Id))
        {
            Assert.Equal((ReferralImport.Reason, "PC Marsh"), (recorded.Reason, recorded.By.Name));
        }
    }

    [Fact]
    public async Task Importing_again_adds_nothing_also_from_a_file_with_other_dates_and_spaces()
    {
        await bench.ImportText($"{All}\n{ImportBench.Row("CR/1")},yes,,,yes,,,,medium\n");
        var before = (await bench.Find("CR/1"))!.Version;

        var report = await bench.ImportText($"{All}\n{ImportBench.Row(" cr/1 ", "  Anna   Smith ", "01/05/1990", date: "2/10/2026", kind: "Either-Way")},YES,,,y,,,,Medium\n");

        Assert.Equal((0, 1, 0), (report.Added, report.Present, report.Rejected.Count));
        Assert.Equal(before, (await bench.Find("CR/1"))!.Version);
    }

    [Fact]
    public async Task What_a_crash_left_undone_is_done_by_the_next_import()
    {
        await bench.Import(ImportBench.Row("CR/1"));

        var report = await bench.ImportText($"{All}\n{ImportBench.Row("CR/1")},,,,yes,,,,\n");

        Assert.Equal((1, 0), (report.Present, report.Rejected.Count));
        Assert.Equal(AdmissionAnswer.Full, (await bench.Find("CR/1"))!.Referral.Facts.Admission);
    }

    [Fact]
    public async Task Further_offences_of_a_row_are_added_to_its_case_once()
    {
        const string headings = ImportBench.Headings + ",crime_number,offence_2,offence_group_2,offence_date_2,offence_class_2,crime_number_2,classification_2,offence_4,offence_group_4,offence_date_4,offence_class_4";
        var text = $"{headings}\n{ImportBench.Row("CR/1")},DHM/1,Broke a window,criminal damage,3/10/2026,summary,DHM/2,46/0,Fraud,fraud,2026-10-02,TEW\n{ImportBench.Row("CR/2", "Ben Smith")},,,,,,,,,,,\n";

        var report = await bench.ImportText(text);
        var again = await bench.ImportText(text);

        Assert.Equal((2, 0, 0, 2), (report.Added, report.Rejected.Count, again.Rejected.Count, again.Present));
        var referral = (await bench.Find("CR/1"))!.Referral;
        Assert.Equal(["DHM/1", "DHM/2", null], referral.Offences.Select(one => one.Offence.CrimeNumber));
        Assert.Equal(["Theft", "Broke a window", "Fraud"], referral.Offences.Select(one => one.Offence.Description));
        Assert.Equal("046/00", referral.Offences.ElementAt(1).Offence.Classification);
        Assert.Equal(new LocalDate(2027, 4, 3), referral.ChargeBy.Date);
        Assert.Empty((await bench.Find("CR/2"))!.Referral.FurtherOffences);
    }

    [Fact]
    public async Task What_is_wrong_with_a_further_offence_is_said_with_its_columns()
    {
        var report = await bench.ImportText($"{ImportBench.Headings},offence_2,offence_group_2,offence_date_2,offence_class_2,classification_2\n{ImportBench.Row("CR/1")},Broke a window,windows,2030-01-01,,x\n");

        var faults = Assert.Single(report.Rejected).Faults;
        Assert.Equal(["offence_group_2", "offence_class_2", "classification_2", "offence_date_2"], faults.Select(fault => fault.Column));
        Assert.Null(await bench.Find("CR/1"));
    }

    [Fact]
    public async Task A_referral_that_people_made_is_not_given_facts_by_an_import()
    {
        var officer = new StaffRef("4412", "PC Marsh", "Durham");
        var id = AgreementIds.FromCustodyReference("CR/1");
        await bench.Casework.Execute(id, new ReferralCommand.Refer(
            id, new Person("Anna Smith", new LocalDate(1990, 5, 1)), new Offence("Theft", "theft", new LocalDate(2026, 10, 2), OffenceClass.EitherWay), officer, "CR/1")
        {
            By = new Actor("4412", "PC Marsh", Role.PoliceOfficer, "Durham"), At = bench.Clock.GetCurrentInstant(),
        });

        var report = await bench.ImportText($"{All}\n{ImportBench.Row("CR/1")},,,,yes,,,,\n");

        Assert.Equal(1, report.Present);
        Assert.Null((await bench.Find("CR/1"))!.Referral.Facts.Admission);
    }

    [Fact]
    public async Task The_same_reference_with_other_facts_is_rejected_and_changes_nothing()
    {
        await bench.Import(ImportBench.Row("CR/1"));

        var report = await bench.Import(ImportBench.Row("CR/1", name: "Anna Jones", date: "2026-10-03"));

        var fault = Assert.Single(Assert.Single(report.Rejected).Faults);
        Assert.Contains("with another name, offence_date; nothing was changed", fault.Reason, StringComparison.Ordinal);
        Assert.Equal("Anna Smith", (await bench.Find("CR/1"))!.Referral.Person.Name);
    }

    [Fact]
    public async Task Other_answers_than_those_imported_before_are_rejected()
    {
        await bench.ImportText($"{All}\n{ImportBench.Row("CR/1")},,,,yes,,,,\n");

        var report = await bench.ImportText($"{All}\n{ImportBench.Row("CR/1")},,,,no,,,,\n");

        Assert.Contains("with other answers", Assert.Single(report.Rejected).Faults[0].Reason, StringComparison.Ordinal);
        Assert.Equal(AdmissionAnswer.Full, (await bench.Find("CR/1"))!.Referral.Facts.Admission);
    }

    [Fact]
    public async Task A_referral_that_was_corrected_since_is_still_already_there()
    {
        await bench.Import(ImportBench.Row("CR/1"));
        var state = (await bench.Find("CR/1"))!;
        await bench.Casework.Execute(state.Id, new ReferralCommand.AmendReferral(state.Referral.Person with { Name = "Anna Smyth" }, state.Referral.Offence)
        {
            By = new Actor("4412", "PC Marsh", Role.PoliceOfficer), At = bench.Clock.GetCurrentInstant(), Reason = "Misspelt",
        });

        Assert.Equal(1, (await bench.Import(ImportBench.Row("CR/1"))).Present);
        Assert.Equal(1, (await bench.Import(ImportBench.Row("CR/1", name: "Anna Smyth"))).Present);
    }

    [Fact]
    public async Task Repeated_rows_of_a_file_are_taken_once_and_contradicting_ones_rejected()
    {
        var report = await bench.Import(
            ImportBench.Row("CR/1"), ImportBench.Row("CR/2"), ImportBench.Row("cr/1"), ImportBench.Row("CR/2", name: "Another"));

        Assert.Equal(2, report.Added);
        var repeated = Assert.Single(report.Repeated);
        Assert.Equal((4, 2), (repeated.Line, repeated.First));
        Assert.Equal("custody_reference: CR/2 is also in line 3, with another name; line 3 was imported", Assert.Single(report.Rejected).Faults[0].ToString());
    }

    [Fact]
    public async Task Many_rows_share_commits_and_all_are_there()
    {
        var report = await bench.Import([.. Enumerable.Range(0, 1_000).Select(n => ImportBench.Row($"CR/{n}"))]);

        Assert.Equal((1_000, 0), (report.Added, report.Rejected.Count));
        Assert.NotNull(await bench.Find("CR/999"));
    }

    [Fact]
    public async Task Somebody_under_18_is_rejected_with_the_way_to_the_youth_offending_team()
    {
        var report = await bench.Import(ImportBench.Row("CR/1", born: "2008-10-03"), ImportBench.Row("CR/2", "Ben Smith", born: "2008-10-02"));

        Assert.Null(await bench.Find("CR/1"));
        Assert.NotNull(await bench.Find("CR/2"));
        var fault = Assert.Single(Assert.Single(report.Rejected).Faults);
        Assert.Equal("born_on", fault.Column);
        Assert.Contains("youth offending team", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_sample_has_200_rows_most_of_them_good()
    {
        var file = ReferralFile.Open(Path.Combine(Repository.Root, "samples", "referrals.csv"));

        var report = await new ReferralImport(bench.Casework, bench.Clock).Run(file);

        Assert.Equal((200, 175, 3, 22), (report.Rows, report.Added, report.Repeated.Count, report.Rejected.Count));
    }
}
