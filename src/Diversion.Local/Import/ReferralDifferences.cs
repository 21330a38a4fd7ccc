using Diversion.Domain.Referral;
using Column = Diversion.Local.Import.ReferralColumns;

namespace Diversion.Local.Import;

/// <summary>Which facts of a row differ from those recorded under the same custody reference.</summary>
internal static class ReferralDifferences
{
    private static readonly (string Column, Func<Person, object?> Of)[] People =
    [
        (Column.Name, person => person.Name), (Column.BornOn, person => person.BornOn), (Column.Sex, person => person.Sex),
        (Column.Ethnicity, person => person.Ethnicity is { } text ? Ethnicities.Read(text) ?? text : null), (Column.PncId, person => person.PncId), (Column.Address, person => person.Address), (Column.Ward, person => person.Ward),
        (Column.District, person => person.District), (Column.Email, person => person.Email), (Column.Phone, person => person.Phone),
        (Column.ContactConsent, person => person.ContactConsent), (Column.TextConsent, person => person.TextConsent), (Column.CroNumber, person => person.CroNumber), (Column.Aliases, person => person.Aliases),
        (Column.PerceivedEthnicity, person => person.PerceivedEthnicity), (Column.NoFixedAddress, person => person.NoFixedAddress),
    ];

    private static readonly (string Column, Func<Offence, object?> Of)[] Offences =
    [
        (Column.Offence, offence => offence.Description), (Column.OffenceGroup, offence => offence.Group),
        (Column.OffenceDate, offence => offence.CommittedOn), (Column.OffenceClass, offence => offence.Class),
        (Column.DomesticAssault, offence => offence.DomesticAssault), (Column.FirstStatementOn, offence => offence.FirstStatementOn),
        (Column.OffenceDistrict, offence => offence.District),
        (Column.CrimeNumber, offence => offence.CrimeNumber), (Column.Classification, offence => offence.Classification), (Column.OffenceCode, offence => offence.LocalCode),
    ];

    /// <summary>
    /// Only names of columns: values are personal data and the list is shown on screens. What the table filled in is no fact
    /// of the row: the table may have been replaced since.
    /// </summary>
    public static IReadOnlyList<string> Between(FileRow.Referral row, Person person, Offence offence, string officerId) =>
    [
        .. People.Where(fact => !Equals(fact.Of(row.Person), fact.Of(person))).Select(fact => fact.Column),
        .. Offences.Where(fact => !row.FilledIn.Contains(fact.Column) && !Equals(fact.Of(row.Offence), fact.Of(offence))).Select(fact => fact.Column),
        .. row.Officer.Id == officerId ? Array.Empty<string>() : [Column.OfficerId],
    ];
}
