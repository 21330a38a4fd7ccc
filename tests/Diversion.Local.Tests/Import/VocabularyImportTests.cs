using Diversion.Domain.Referral;
using Diversion.Local.Import;
using NodaTime;

namespace Diversion.Local.Tests.Import;

/// <summary>Groups, orders and dates of birth in a file are read as everywhere else.</summary>
public sealed class VocabularyImportTests : IDisposable
{
    private const string All = ImportBench.Headings + ",sex,current_orders,risk_band";

    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Words_are_taken_in_any_spelling()
    {
        var report = await bench.ImportText($"{All}\n{ImportBench.Row(group: "Hate Crimes", kind: "TEW")},F,on bail; Community order,Moderate\n");

        Assert.Empty(report.Rejected);
        var referral = (await bench.Find("CR/1"))!.Referral;
        Assert.Equal(("hate-crime", OffenceClass.EitherWay, Sex.Female), (referral.Offence.Group, referral.Offence.Class, referral.Person.Sex));
        Assert.Equal(["bail", "court-order"], referral.Facts.CurrentOrders!.Value.ToArray());
    }

    [Theory]
    [InlineData("hate krime", "", "offence_group", "nearest: hate-crime")]
    [InlineData("theft", "suspendid sentence", "current_orders", "nearest: suspended-sentence")]
    [InlineData("theft", "none; bail", "current_orders", "leave out one of the two")]
    public async Task Other_words_reject_the_row_with_the_nearest(string group, string orders, string column, string reason)
    {
        var report = await bench.ImportText($"{All}\n{ImportBench.Row(group: group)},,{orders},\n");

        var fault = Assert.Single(Assert.Single(report.Rejected).Faults);
        Assert.Equal(column, fault.Column);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Null(await bench.Find("CR/1"));
    }

    [Fact]
    public async Task A_date_of_birth_that_often_means_not_known_rejects_the_row()
    {
        var report = await bench.Import(ImportBench.Row(born: "1900-01-01"), ImportBench.Row("CR/2", born: "01/01/1900"), ImportBench.Row("CR/3"));

        Assert.Equal((1, 2), (report.Added, report.Rejected.Count));
        Assert.All(report.Rejected, row => Assert.Contains("older than 110", Assert.Single(row.Faults).Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_of_29_February_is_ten_and_eighteen_on_1_March()
    {
        var report = await bench.Import(
            ImportBench.Row("CR/1", born: "2012-02-29", date: "2022-02-28"),
            ImportBench.Row("CR/2", born: "2012-02-29", date: "2022-03-01"),
            ImportBench.Row("CR/3", born: "2008-02-29", date: "2026-02-28"),
            ImportBench.Row("CR/4", born: "2008-02-29", date: "2026-03-01"));

        // The first is too young for the date to be right, the next two for the programme.
        Assert.Equal([("CR/1", "offence_date"), ("CR/2", "born_on"), ("CR/3", "born_on")], report.Rejected.Select(row => (row.Cells[0], Assert.Single(row.Faults).Column)));
        Assert.Equal(new LocalDate(2026, 3, 1), (await bench.Find("CR/4"))!.Referral.Offence.CommittedOn);
    }
}
