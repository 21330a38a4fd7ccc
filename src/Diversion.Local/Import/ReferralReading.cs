using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Victim;
using NodaTime;
using Column = Diversion.Local.Import.ReferralColumns;

namespace Diversion.Local.Import;

/// <summary>Makes a referral of one row, or says everything that is wrong with it.</summary>
internal static class ReferralReading
{
    private static readonly LocalDate EarliestBirth = new(1900, 1, 1);

    /// <param name="today">No offence is later.</param>
    public static FileRow Read(int line, IReadOnlyList<string> raw, IReadOnlyDictionary<string, string> values, LocalDate today)
    {
        var cells = new Cells(line, values);
        var reference = cells.Required(Column.Reference);
        var person = Person(cells);
        var offence = Offence(cells);
        var officer = new StaffRef(
            cells.Id(Column.OfficerId)!, cells.Required(Column.OfficerName), cells.Text(Column.OfficerTeam), cells.Address(Column.OfficerEmail));
        var facts = Facts(cells);
        var risk = Risk(cells);
        var victim = Victim(cells);
        CheckDates(cells, person, offence, today);
        return cells.Faults.Count > 0
            ? new FileRow.Faulty(line, raw, cells.Faults)
            : new FileRow.Referral(line, raw, reference, person, offence, officer, facts, risk, victim);
    }

    private static Person Person(Cells cells) => new(
        cells.Required(Column.Name),
        cells.RequiredDate(Column.BornOn),
        cells.OneOf(
            Column.Sex,
            ("female", Sex.Female), ("f", Sex.Female), ("male", Sex.Male), ("m", Sex.Male), ("other", Sex.Other), ("x", Sex.Other), ("not known", Sex.NotKnown), ("u", Sex.NotKnown))
            ?? Sex.NotKnown,
        cells.Text(Column.Ethnicity),
        cells.Text(Column.Address),
        cells.Text(Column.Ward),
        cells.Text(Column.District),
        cells.Address(Column.Email),
        cells.Phone(Column.Phone),
        cells.YesNo(Column.ContactConsent) ?? false);

    private static Offence Offence(Cells cells)
    {
        var kind = cells.OneOf(
            Column.OffenceClass,
            ("summary only", OffenceClass.SummaryOnly), ("summary", OffenceClass.SummaryOnly),
            ("either way", OffenceClass.EitherWay), ("triable either way", OffenceClass.EitherWay), ("TEW", OffenceClass.EitherWay),
            ("indictable only", OffenceClass.IndictableOnly), ("indictable", OffenceClass.IndictableOnly));
        if (kind is null && cells.Faults.All(fault => fault.Column != Column.OffenceClass))
        {
            cells.Fault(Column.OffenceClass, "missing");
        }

        return new Offence(
            cells.Required(Column.Offence),
            Cells.Hyphened(cells.Required(Column.OffenceGroup)),
            cells.RequiredDate(Column.OffenceDate),
            kind ?? default,
            cells.YesNo(Column.DomesticAssault) ?? false,
            cells.Date(Column.FirstStatementOn),
            cells.Text(Column.OffenceDistrict));
    }

    private static EligibilityFacts? Facts(Cells cells)
    {
        var facts = new EligibilityFacts(
            cells.List(Column.CurrentOrders)?.ToImmutableArray(),
            cells.YesNo(Column.CoAccusedPending),
            cells.YesNo(Column.Admission),
            cells.YesNo(Column.SufficientEvidence),
            cells.Number(Column.PreviousConvictions, most: 1000));
        return facts == EligibilityFacts.None ? null : facts;
    }

    private static ReferralCommand.RecordRisk? Risk(Cells cells)
    {
        var risk = new ReferralCommand.RecordRisk(
            cells.Text(Column.RiskTool), cells.Decimal(Column.RiskScore), Band(cells, Column.RiskBand), Band(cells, Column.OfficerRiskBand));
        return risk is { Tool: null, Score: null, ToolBand: null, JudgedBand: null } ? null : risk;
    }

    private static RiskBand? Band(Cells cells, string column) =>
        cells.OneOf(column, ("low", RiskBand.Low), ("medium", RiskBand.Medium), ("high", RiskBand.High));

    private static VictimCommand.RecordVictim? Victim(Cells cells)
    {
        var has = cells.YesNo(Column.Victim);
        var enhanced = cells.YesNo(Column.VictimEnhanced) ?? false;
        var name = cells.Text(Column.VictimName);
        var contact = cells.Text(Column.VictimContact);
        if (has != true && (enhanced || name is not null || contact is not null))
        {
            cells.Fault(Column.Victim, "details of a victim are given; say yes, or leave the details out");
        }

        return has is { } known ? new VictimCommand.RecordVictim(known, enhanced, name, contact) : null;
    }

    /// <summary>The domain refuses these too; here each is told with its column, and all of them at once.</summary>
    private static void CheckDates(Cells cells, Person person, Offence offence, LocalDate today)
    {
        var committed = offence.CommittedOn;
        if (committed != default && committed > today)
        {
            cells.Fault(Column.OffenceDate, $"{committed:uuuu-MM-dd} is in the future");
        }

        if (person.BornOn != default && (person.BornOn < EarliestBirth || person.BornOn > today))
        {
            cells.Fault(Column.BornOn, $"{person.BornOn:uuuu-MM-dd} is not between 1900 and today");
        }
        else if (person.BornOn != default && committed != default && committed < person.BornOn.PlusYears(10))
        {
            cells.Fault(Column.OffenceDate, $"{committed:uuuu-MM-dd} is before the person's tenth birthday; check both dates");
        }

        if (offence.FirstStatementOn is { } statement && committed != default && (statement < committed || statement > today))
        {
            cells.Fault(Column.FirstStatementOn, $"{statement:uuuu-MM-dd} is not between the offence and today");
        }
    }
}
