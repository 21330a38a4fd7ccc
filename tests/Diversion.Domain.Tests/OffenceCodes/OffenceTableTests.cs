using Diversion.Domain.Agreements;
using Diversion.Domain.OffenceCodes;
using Diversion.Domain.Referral;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.OffenceCodes;

/// <summary>The force's table: taken whole or not at all, and searched by code, classification and words.</summary>
public sealed class OffenceTableTests
{
    private static readonly Instant Now = Case.Time("2026-03-03 10:00");
    private static readonly Actor Lead = new("lead-1", "Lee Lead", Role.ProgrammeLead);

    private static readonly OffenceCodeRow Shop = new(2, " TH68010 ", "46/0", "Theft from a shop", "TEW", "shoplifting");
    private static readonly OffenceCodeRow Car = new(3, "TH68027", "045/10", "Theft from a motor vehicle", "either way", "vehicle crime");
    private static readonly OffenceCodeRow Assault = new(4, "CJ88116", "105/1", "Assault by beating", "summary only", "common assault");

    [Fact]
    public void Rows_are_read_in_every_form_and_kept_in_one()
    {
        var decided = Import(null, Shop, Assault);

        var imported = Assert.IsType<OffenceTableEvent.TableImported>(Assert.Single(decided.Events));
        Assert.Equal(
            (OffenceCode[])[new OffenceCode("TH68010", "046/00", "Theft from a shop", OffenceClass.EitherWay, "theft"), new OffenceCode("CJ88116", "105/01", "Assault by beating", OffenceClass.SummaryOnly, "common-assault")],
            imported.Codes.ToArray());
        Assert.Equal(("Lee Lead", Now), (imported.By.Name, imported.At));
    }

    [Theory]
    [InlineData("code", "Row 9: code: missing")]
    [InlineData("description", "Row 9: description: missing")]
    [InlineData("classification", "Row 9: classification: 46 is not understood")]
    [InlineData("class", "Row 9: class: magistrates is not known; it is one of: summary only")]
    [InlineData("noclass", "Row 9: class: missing")]
    [InlineData("group", "Row 9: group: theftt is not known; nearest: theft")]
    [InlineData("twice", "Row 9: code: th 68010 is also in row 2")]
    [InlineData("long", "Row 9: description: 201 characters; at most 200")]
    public void One_faulty_row_refuses_the_table_and_is_named(string fault, string told)
    {
        var row = Car with { Row = 9 };
        row = fault switch
        {
            "code" => row with { Code = " " },
            "description" => row with { Description = null },
            "classification" => row with { Classification = "46" },
            "class" => row with { Class = "magistrates" },
            "noclass" => row with { Class = "" },
            "group" => row with { Group = "theftt" },
            "twice" => row with { Code = "th 68010" },
            _ => row with { Description = new string('x', 201) },
        };

        var refused = Import(null, Shop, row);

        Assert.Empty(refused.Events);
        Assert.Equal(RefusalCode.OffenceTableFaulty, refused.Refusal!.Code);
        Assert.Contains(told, refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was imported", refused.Refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_faulty_row_is_told_at_once()
    {
        var refused = Import(null, Shop with { Code = "" }, Car with { Group = "" });

        Assert.Contains("Row 2: code: missing\nRow 3: group: missing", refused.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_table_replaces_the_whole_and_the_same_one_changes_nothing()
    {
        var first = Import(null, Shop, Car).State;

        Assert.Empty(Import(first, Shop, Car).Events);
        var second = Import(first, Assault).State;
        Assert.Equal((2, "CJ88116"), (second.Version, Assert.Single(second.Codes).Code));
        Assert.Null(second.Find("TH68010"));
    }

    [Fact]
    public void An_empty_one_one_that_is_too_large_and_one_from_another_role_are_refused()
    {
        Assert.Equal(RefusalCode.OffenceTableFaulty, Import(null).Refusal!.Code);
        Assert.Equal(RefusalCode.OffenceTableTooLarge, Import(null, [.. Enumerable.Range(0, OffenceTableDecider.MostCodes + 1).Select(i => Shop with { Code = $"C{i}" })]).Refusal!.Code);
        Assert.Equal(
            RefusalCode.OffenceTableTooLarge,
            Import(null, [.. Enumerable.Range(0, OffenceTableDecider.MostCodes).Select(i => Shop with { Code = $"C{i}", Description = new string('x', 200) })]).Refusal!.Code);
        var officer = new OffenceTableCommand.ImportTable([Shop]) { By = new Actor("o", "Olu", Role.PoliceOfficer), At = Now };
        Assert.Equal(RefusalCode.RoleNotPermitted, OffenceTableDecider.Decide(null, officer, Shipped.Schemes.Vocabulary).Refusal!.Code);
    }

    [Theory]
    [InlineData("th68010", "TH68010")]
    [InlineData("TH 68027", "TH68027")]
    [InlineData("46/00", "TH68010")]
    [InlineData("theft", "TH68010 TH68027")]
    [InlineData("shop theft", "TH68010")]
    [InlineData("theft from the shops", "TH68010")]
    [InlineData("veh", "TH68027")]
    [InlineData("beat", "CJ88116")]
    [InlineData("hop", "")]
    [InlineData("theft beating", "")]
    [InlineData("the", "")]
    [InlineData(" ", "")]
    public void It_is_searched_by_code_by_classification_and_by_the_beginnings_of_words(string typed, string found) =>
        Assert.Equal(found, string.Join(' ', Import(null, Shop, Car, Assault).State.Search(typed, 20).Select(one => one.Code)));

    private static Decision<OffenceTable, OffenceTableEvent> Import(OffenceTable? table, params ImmutableArray<OffenceCodeRow> rows) =>
        OffenceTableDecider.Decide(table, new OffenceTableCommand.ImportTable(rows) { By = Lead, At = Now }, Shipped.Schemes.Vocabulary);
}
