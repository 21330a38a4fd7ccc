using Diversion.Casework.Csv;
using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.OffenceCodes;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using NodaTime;
using Column = Diversion.Local.Import.ReferralColumns;

namespace Diversion.Local.Import;

/// <summary>Makes a referral from one row, or reports everything that is wrong with it.</summary>
internal static class ReferralReading
{
    /// <param name="today">No offence may be later.</param>
    /// <param name="words">The programme's words for groups and orders.</param>
    /// <param name="table">The force's table of offence codes; null while none was imported.</param>
    public static FileRow Read(
        int line, IReadOnlyList<string> raw, IReadOnlyDictionary<string, string> values, LocalDate today, Vocabulary words, OffenceTable? table)
    {
        var cells = new Cells(line, values);
        var reference = ReferenceText.Clean(cells.Required(Column.Reference));
        var person = Person(cells, today);
        var offence = Offence(cells, words, table);
        var officer = new StaffRef(
            cells.Id(Column.OfficerId)!, cells.Required(Column.OfficerName), cells.Text(Column.OfficerTeam), cells.Address(Column.OfficerEmail));
        var facts = Facts(cells, words);
        var risk = Risk(cells);
        var victim = Victim(cells);
        CheckDates(cells, person, offence, today);
        var further = Further(cells, words, table, today).ToArray();
        return cells.Faults.Count > 0
            ? new FileRow.Faulty(line, raw, cells.Faults)
            : new FileRow.Referral(line, raw, reference, person, offence, officer, facts, risk, victim)
            {
                Further = further,
                FilledIn = offence.LocalCode is { } code && table?.Find(code) is not null ? [.. Column.FromCode.Where(column => !cells.IsGiven(column))] : [],
            };
    }

    private static Person Person(Cells cells, LocalDate today)
    {
        var person = new Person(
            cells.Required(Column.Name),
            cells.RequiredDate(Column.BornOn),
            cells.OneOf<Sex>(Column.Sex, CodeWords.Sexes) ?? Sex.NotKnown,
            Read(cells, Column.Ethnicity, Ethnicities.Read, Ethnicities.WouldTake),
            cells.Text(Column.Address),
            cells.Text(Column.Ward),
            cells.Text(Column.District),
            cells.Address(Column.Email),
            cells.Phone(Column.Phone),
            cells.YesNo(Column.ContactConsent) ?? false,
            Read(cells, Column.PncId, text => PncId.Read(text, today), PncId.WouldTake))
        {
            CroNumber = Read(cells, Column.CroNumber, text => CroNumber.Read(text).Value, $"Expected {CroNumber.Form}"),
            Aliases = cells.Text(Column.Aliases) is { } aliases ? string.Join('\n', aliases.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : null,
            PerceivedEthnicity = Read(cells, Column.PerceivedEthnicity, Ethnicities.Read, Ethnicities.WouldTake),
            NoFixedAddress = NoFixedAddress(cells) ? true : null,
        };
        return person with { TextConsent = TextConsent(cells, person.Phone) };
    }

    private static bool TextConsent(Cells cells, string? phone)
    {
        var agreed = cells.YesNo(Column.TextConsent) ?? false;
        if (agreed && MobileNumber.Read(phone) is null && (phone is null || Telephone.IsOne(phone)))
        {
            cells.Fault(Column.TextConsent, "texts need a UK mobile number in the column phone; give one, or answer no");
        }

        return agreed;
    }

    private static bool NoFixedAddress(Cells cells)
    {
        var none = cells.YesNo(Column.NoFixedAddress) ?? false;
        if (none && cells.IsGiven(Column.Address))
        {
            cells.Fault(Column.NoFixedAddress, "an address is given too; leave out one of the two");
        }

        return none;
    }

    /// <summary>A code or number in its stored form.</summary>
    private static string? Read(Cells cells, string column, Func<string, string?> read, string wouldTake)
    {
        if (cells.Text(column) is not { } text)
        {
            return null;
        }

        if (read(text) is { } value)
        {
            return value;
        }

        cells.Fault(column, $"{text} is not understood. {wouldTake}");
        return null;
    }

    private static Offence Offence(Cells cells, Vocabulary words, OffenceTable? table) => Offence(cells, words, table, column => column) with
    {
        DomesticAssault = cells.YesNo(Column.DomesticAssault) ?? false,
        FirstStatementOn = cells.Date(Column.FirstStatementOn),
    };

    /// <summary>What the row leaves out is filled in from the force's table, where the row has a code of it.</summary>
    /// <param name="named">The name of the column for this offence.</param>
    private static Offence Offence(Cells cells, Vocabulary words, OffenceTable? table, Func<string, string> named)
    {
        var code = ReferenceText.CleanOrNull(cells.Text(named(Column.OffenceCode)));
        var meant = code is null ? null : table?.Find(code);
        var lacks = code is not null && meant is null && Column.FromCode.Any(column => column != Column.Classification && !cells.IsGiven(named(column)));
        if (lacks)
        {
            cells.Fault(
                named(Column.OffenceCode),
                table is null
                    ? "no table of offence codes is imported, so a code fills nothing in; import one (import offences), or give the offence, its group and its class"
                    : $"{code} is not in the force's table of offence codes; correct it, or give the offence, its group and its class");
        }

        return new Offence(
            Given(Column.Offence, cells.Required, known => known.Description, ""),
            Given(Column.OffenceGroup, column => cells.Code(column, words.OffenceGroups), known => known.Group, ""),
            cells.RequiredDate(named(Column.OffenceDate)),
            Given(Column.OffenceClass, column => cells.RequiredOneOf<OffenceClass>(column, CodeWords.OffenceClasses), known => known.Class, default),
            District: cells.Text(named(Column.OffenceDistrict)))
        {
            CrimeNumber = ReferenceText.CleanOrNull(cells.Text(named(Column.CrimeNumber))),
            Classification = Read(cells, named(Column.Classification), text => OffenceClassification.Read(text) is { IsRead: true } known ? known.Value : null, $"Write {OffenceClassification.Form}")
                ?? (cells.IsGiven(named(Column.Classification)) ? null : meant?.Classification),
            LocalCode = meant?.Code ?? code,
        };

        T Given<T>(string column, Func<string, T> read, Func<OffenceCode, T> filledIn, T lacking) =>
            cells.IsGiven(named(column)) || (meant is null && !lacks) ? read(named(column)) : meant is null ? lacking : filledIn(meant);
    }

    /// <summary>Every further offence of which anything is given: then what each offence needs is required of it too.</summary>
    private static IEnumerable<(int, Offence)> Further(Cells cells, Vocabulary words, OffenceTable? table, LocalDate today)
    {
        for (var number = 2; number <= Column.MostOffences; number++)
        {
            if (!Column.OfFurther.Any(column => cells.IsGiven(Column.Further(column, number))))
            {
                continue;
            }

            var of = number;
            var offence = Offence(cells, words, table, column => Column.Further(column, of));
            if (offence.CommittedOn > today)
            {
                cells.Fault(Column.Further(Column.OffenceDate, number), $"{offence.CommittedOn:uuuu-MM-dd} is in the future");
            }

            yield return (number, offence);
        }
    }

    private static EligibilityFacts? Facts(Cells cells, Vocabulary words)
    {
        var facts = new EligibilityFacts(
            cells.Codes(Column.CurrentOrders, words.CurrentOrders, Vocabulary.None)?.ToImmutableArray(),
            cells.YesNo(Column.CoAccusedPending),
            cells.OneOf<AdmissionAnswer>(Column.Admission, CodeWords.Admissions),
            cells.YesNo(Column.SufficientEvidence),
            cells.Number(Column.PreviousConvictions, most: 1000))
        {
            Route = cells.Text(Column.Route),
            Evidence = cells.OneOf<EvidenceSource>(Column.Evidence, CodeWords.EvidenceSources),
            EvidenceReference = cells.Text(Column.EvidenceReference),
            EvidentialTestBy = cells.Text(Column.EvidentialTestBy),
            PublicInterest = cells.Text(Column.PublicInterest),
            LegalAdvice = cells.OneOf<LegalAdvice>(Column.LegalAdvice, CodeWords.Advice),
            ProsecutorAuthority = cells.Text(Column.ProsecutorAuthority),
        };
        return facts == EligibilityFacts.None ? null : facts;
    }

    private static ReferralCommand.RecordRisk? Risk(Cells cells)
    {
        var risk = new ReferralCommand.RecordRisk(
            cells.Text(Column.RiskTool), cells.Decimal(Column.RiskScore), Band(cells, Column.RiskBand), Band(cells, Column.OfficerRiskBand));
        return risk is { Tool: null, Score: null, ToolBand: null, JudgedBand: null } ? null : risk;
    }

    private static RiskBand? Band(Cells cells, string column) =>
        cells.OneOf<RiskBand>(column, CodeWords.RiskBands);

    private static VictimCommand.RecordVictim? Victim(Cells cells)
    {
        var has = cells.YesNo(Column.Victim);
        var enhanced = cells.YesNo(Column.VictimEnhanced) ?? false;
        var name = cells.Text(Column.VictimName);
        var contact = cells.Text(Column.VictimContact);
        if (has != true && (enhanced || name is not null || contact is not null))
        {
            cells.Fault(Column.Victim, "details of a victim are given; set this to yes, or leave the details out");
        }

        return has is { } known ? new VictimCommand.RecordVictim(known, enhanced, name, contact) : null;
    }

    /// <summary>The domain refuses these too; here each is reported with its column, and all of them at once.</summary>
    private static void CheckDates(Cells cells, Person person, Offence offence, LocalDate today)
    {
        var committed = offence.CommittedOn;
        if (committed != default && committed > today)
        {
            cells.Fault(Column.OffenceDate, $"{committed:uuuu-MM-dd} is in the future");
        }

        if (person.BornOn != default && (person.BornOn < BirthDates.Earliest || person.BornOn > today))
        {
            cells.Fault(Column.BornOn, $"{person.BornOn:uuuu-MM-dd} is not between 1900 and today");
        }
        else if (person.BornOn != default && committed != default && committed < Anniversary.Of(person.BornOn, 10))
        {
            cells.Fault(Column.OffenceDate, $"{committed:uuuu-MM-dd} is before the person's tenth birthday; check both dates");
        }

        if (person.BornOn >= BirthDates.Earliest && BirthDates.Check(person, today) is not null)
        {
            cells.Fault(
                Column.BornOn,
                $"{person.BornOn:uuuu-MM-dd} makes the person older than {BirthDates.OldestUnasked} and may mean \"not known\"; correct it, or, if it is right, refer this person on the page, where it can be confirmed");
        }

        if (offence.FirstStatementOn is { } statement && committed != default && (statement < committed || statement > today))
        {
            cells.Fault(Column.FirstStatementOn, $"{statement:uuuu-MM-dd} is not between the offence and today");
        }
    }
}
