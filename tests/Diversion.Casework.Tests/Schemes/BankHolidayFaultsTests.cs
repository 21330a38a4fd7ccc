using System.Text.Json.Nodes;
using Diversion.Casework.Schemes;

namespace Diversion.Casework.Tests.Schemes;

public sealed class BankHolidayFaultsTests : IDisposable
{
    private readonly SchemeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_without_bank_holidays_is_a_fault()
    {
        folder.Delete(SchemeFiles.BankHolidays);

        AssertFault("$", "The file is missing: working days can't be counted without it.");
    }

    [Fact]
    public void A_day_outside_the_coverage_is_a_fault()
    {
        Change(file => file["holidays"]![0]!["date"] = "2023-12-25");

        AssertFault("$.holidays[0].date", "2023-12-25 is outside the coverage 2024-01-01 to 2028-12-31: remove it or widen the coverage.");
    }

    [Fact]
    public void A_day_listed_twice_is_a_fault()
    {
        Change(file => file["holidays"]![1]!["date"] = "2024-01-01");

        AssertFault("$.holidays[1].date", "2024-01-01 is in the list already: remove it.");
    }

    [Fact]
    public void A_day_at_the_weekend_is_a_fault()
    {
        Change(file => file["holidays"]![0]!["date"] = "2026-12-26");

        AssertFault("$.holidays[0].date", "2026-12-26 is a Saturday: give the substitute day, which is a weekday.");
    }

    [Fact]
    public void A_coverage_that_ends_before_it_begins_is_a_fault()
    {
        Change(file => file["to"] = "2023-12-31");

        AssertFault("$.to", "Give a day on or after from (2024-01-01); found 2023-12-31.");
    }

    [Fact]
    public void A_year_without_a_source_is_a_fault()
    {
        Change(file => file["sources"]!.AsArray().RemoveAt(1));

        AssertFault("$.sources", "Name exactly one source for 2028; found 0.");
    }

    [Fact]
    public void A_year_with_two_sources_is_a_fault()
    {
        Change(file => file["sources"]![0]!["toYear"] = 2028);

        AssertFault("$.sources", "Name exactly one source for 2028; found 2.");
    }

    [Fact]
    public void A_holiday_without_a_name_is_a_fault()
    {
        Change(file => file["holidays"]![0]!.AsObject().Remove("name"));

        AssertFault("$.holidays[0].name", "Missing: add it.");
    }

    [Fact]
    public void A_date_with_blanks_around_it_is_read()
    {
        Change(file => file["from"] = " 2024-01-01 ");

        Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(folder.Location));
    }

    [Fact]
    public void A_date_in_another_order_is_a_fault()
    {
        Change(file => file["from"] = "01/01/2024");

        AssertFault("$.from", "Give a date such as 2026-03-05; found \"01/01/2024\".");
    }

    private void Change(Action<JsonObject> change) => folder.Change(SchemeFiles.BankHolidays, change);

    private void AssertFault(string path, string reason) =>
        Assert.Equal(new SchemeFault(SchemeFiles.BankHolidays, path, reason), folder.TheFault());
}
