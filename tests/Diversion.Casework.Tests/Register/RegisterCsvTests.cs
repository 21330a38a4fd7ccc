using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Register;

public sealed class RegisterCsvTests : IDisposable
{
    private const string Why = "The yearly report to the board";
    private const string Which = "All cases";
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    [InlineData("O'Brien, Zoë", "\"O'Brien, Zoë\"")]
    [InlineData("the \"Fox\"", "\"the \"\"Fox\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" =cmd|' /C calc'!A0", "' =cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1,B1)", "\"'@SUM(A1,B1)\"")]
    [InlineData("-2", "'-2")]
    [InlineData("\tx", "'\tx")]
    public void A_cell_is_quoted_and_never_a_formula(string? value, string expected) => Assert.Equal(expected, CsvLine.Of([value]));

    [Fact]
    public async Task Staff_export_what_they_see()
    {
        await casework.Signed();
        Assert.Equal(
            [
                "Reference,Name,Status,Scheme,Offence group,Risk band,Referred on,Team,Key worker,Charge by,Last day,Ended on\r\n",
                $"{Id.Value},Pat Participant,active,checkpoint/1,theft,medium,2026-03-03,north,Wyn Worker,,2026-07-03,\r\n",
            ],
            await Lines(Lead));
        Assert.Single(await Lines(new Actor("o9", "Ona", Role.PoliceOfficer, "south")));
    }

    [Fact]
    public async Task Analysts_export_no_names_references_or_people()
    {
        await casework.Signed();
        var lines = await Lines(new Actor("a1", "Ann", Role.Analyst));

        Assert.Equal(2, lines.Count);
        Assert.StartsWith("P-", lines[1], StringComparison.Ordinal);
        foreach (var hidden in new[] { "Pat", Id.Value, "Wyn", "north", "o1" })
        {
            Assert.DoesNotContain(hidden, lines[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task All_pages_come_and_none_twice()
    {
        for (var n = 0; n < 230; n++)
        {
            var id = AgreementIds.FromCustodyReference($"C/{n}");
            await casework.Done(Officer, Referral(id), id);
        }

        var lines = await Lines(Lead);
        Assert.Equal(231, lines.Count);
        Assert.Equal(231, lines.Distinct().Count());
    }

    [Fact]
    public async Task A_partner_has_no_register() => Assert.IsType<Reply<IAsyncEnumerable<string>>.Refused>(
        await Csv().Of(new AccessRequest(new Actor("p1", "Pip", Role.Provider, Organisation: "Home First"), casework.Now, Why), new RegisterFilter(), Which));

    [Fact]
    public async Task An_export_is_logged_with_reason_and_filter_before_the_first_line()
    {
        await casework.Signed();
        var log = new AccessLog(casework.Store);
        Assert.IsType<Reply<IAsyncEnumerable<string>>.Given>(await Csv().Of(new AccessRequest(Lead, casework.Now, Why), new RegisterFilter(), Which));
        var entry = Assert.Single(await log.Downloads(10));
        Assert.Equal((Lead.Id, Lead.Role, Why, Which, casework.Now), (entry.ActorId, entry.Role, entry.Reason, entry.What, entry.At));
        Assert.Empty(await log.Of(Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Because")]
    public async Task Without_a_reason_nothing_is_downloaded(string? reason)
    {
        await casework.Signed();
        var reply = await Csv().Of(new AccessRequest(Lead, casework.Now, reason), new RegisterFilter(), Which);
        Assert.Equal(CaseworkRefusal.AccessReasonMissing, Assert.IsType<Reply<IAsyncEnumerable<string>>.Refused>(reply).Refusal.Code);
        Assert.Empty(await new AccessLog(casework.Store).Downloads(10));
    }

    private RegisterCsv Csv() => new(
        new RegisterQuery(casework.Store, new Cursor(new byte[32]), new Pseudonyms(new byte[32])), new AccessLog(casework.Store));

    private async Task<List<string>> Lines(Actor by)
    {
        var lines = new List<string>();
        await foreach (var line in Assert.IsType<Reply<IAsyncEnumerable<string>>.Given>(await Csv().Of(new AccessRequest(by, casework.Now, Why), new RegisterFilter(), Which)).Value)
        {
            lines.Add(line);
        }

        return lines;
    }
}
