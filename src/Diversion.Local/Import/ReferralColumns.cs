using Diversion.Casework.Csv;

namespace Diversion.Local.Import;

/// <summary>The columns of a file of referrals. <c>docs/import.md</c> says what each means.</summary>
public static class ReferralColumns
{
    public const string Reference = "custody_reference";
    public const string Name = "name";
    public const string BornOn = "born_on";
    public const string Sex = "sex";
    public const string Ethnicity = "ethnicity";
    public const string PncId = "pnc_id";
    public const string CroNumber = "cro_number";
    public const string Aliases = "other_names";
    public const string PerceivedEthnicity = "perceived_ethnicity";
    public const string NoFixedAddress = "no_fixed_address";
    public const string Address = "address";
    public const string Ward = "ward";
    public const string District = "district";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string ContactConsent = "contact_consent";
    public const string TextConsent = "text_consent";
    public const string Offence = "offence";
    public const string OffenceGroup = "offence_group";
    public const string OffenceDate = "offence_date";
    public const string OffenceClass = "offence_class";
    public const string OffenceDistrict = "offence_district";
    public const string CrimeNumber = "crime_number";
    public const string Classification = "classification";
    public const string OffenceCode = "offence_code";
    public const string DomesticAssault = "domestic_assault";
    public const string FirstStatementOn = "first_statement_on";
    public const string OfficerId = "officer_id";
    public const string OfficerName = "officer_name";
    public const string OfficerTeam = "officer_team";
    public const string OfficerEmail = "officer_email";
    public const string Victim = "victim";
    public const string VictimEnhanced = "victim_enhanced";
    public const string VictimName = "victim_name";
    public const string VictimContact = "victim_contact";
    public const string Admission = "admission";
    public const string SufficientEvidence = "sufficient_evidence";
    public const string EvidentialTestBy = "evidential_test_by";
    public const string Evidence = "evidence";
    public const string EvidenceReference = "evidence_reference";
    public const string PublicInterest = "public_interest";
    public const string LegalAdvice = "legal_advice";
    public const string ProsecutorAuthority = "cps_authority";
    public const string Route = "route";
    public const string PreviousConvictions = "previous_convictions";
    public const string CurrentOrders = "current_orders";
    public const string CoAccusedPending = "co_accused_pending";
    public const string RiskTool = "risk_tool";
    public const string RiskScore = "risk_score";
    public const string RiskBand = "risk_band";
    public const string OfficerRiskBand = "officer_risk_band";

    /// <summary>We add it to the file of rejected rows, and ignore it when that file is imported after correction.</summary>
    public const string RejectReason = "reject_reason";

    /// <summary>Offences that one row may give. More are added on the case.</summary>
    public const int MostOffences = 5;

    /// <summary>What can be given of an offence beside the first, with the number of the offence behind: <c>offence_2</c>.</summary>
    public static IReadOnlyList<string> OfFurther { get; } = [Offence, OffenceGroup, OffenceDate, OffenceClass, OffenceDistrict, CrimeNumber, Classification, OffenceCode];

    /// <summary>What a code of the force's table fills in where a row leaves it out.</summary>
    public static IReadOnlyList<string> FromCode { get; } = [Offence, OffenceGroup, OffenceClass, Classification];

    public static string Further(string column, int number) => $"{column}_{number}";

    public static CsvColumns Columns { get; } = new(
    [
        new(Reference, true, "custody ref", "custody number", "custody no", "reference"),
        new(Name, true, "full name", "person", "person name"),
        new(BornOn, true, "dob", "date of birth", "birth date"),
        new(Sex, false, "gender"),
        new(Ethnicity, false, "self-defined ethnicity"),
        new(PncId, false, "pnc", "pnc number"),
        new(CroNumber, false, "cro"),
        new(Aliases, false, "aliases"),
        new(PerceivedEthnicity, false, "officer-defined ethnicity"),
        new(NoFixedAddress, false, "nfa", "of no fixed address"),
        new(Address, false, "home address"),
        new(Ward, false, "home ward"),
        new(District, false, "home district"),
        new(Email, false, "email address"),
        new(Phone, false, "telephone", "mobile"),
        new(ContactConsent, false, "consent to contact"),
        new(TextConsent, false, "consent to texts"),
        new(Offence, true, "offence description"),
        new(OffenceGroup, true, "offence category"),
        new(OffenceDate, true, "date of offence", "committed on"),
        new(OffenceClass, true, "class", "mode of trial"),
        new(OffenceDistrict, false),
        new(CrimeNumber, false, "crime no", "crime reference"),
        new(Classification, false, "home office classification"),
        new(OffenceCode, false, "local code", "force code"),
        new(DomesticAssault, false, "domestic"),
        new(FirstStatementOn, false, "first statement", "first statement date"),
        new(OfficerId, true, "collar number", "officer number"),
        new(OfficerName, true, "officer", "officer in case"),
        new(OfficerTeam, false, "team"),
        new(OfficerEmail, false),
        new(Victim, false, "has victim"),
        new(VictimEnhanced, false, "enhanced rights", "enhanced entitlement"),
        new(VictimName, false),
        new(VictimContact, false),
        new(Admission, false, "admits", "admitted"),
        new(SufficientEvidence, false, "evidential test"),
        new(EvidentialTestBy, false, "evidential test decided by"),
        new(Evidence, false),
        new(EvidenceReference, false, "interview reference"),
        new(PublicInterest, false, "public interest reasons"),
        new(LegalAdvice, false),
        new(ProsecutorAuthority, false, "cps reference"),
        new(Route, false, "disposal"),
        new(PreviousConvictions, false, "convictions"),
        new(CurrentOrders, false, "orders"),
        new(CoAccusedPending, false, "co-accused"),
        new(RiskTool, false),
        new(RiskScore, false, "score"),
        new(RiskBand, false, "tool band"),
        new(OfficerRiskBand, false, "officer band", "judged band"),
        .. Enumerable.Range(2, MostOffences - 1).SelectMany(number => OfFurther.Select(column => new CsvColumn(Further(column, number), false))),
        new(RejectReason, false),
    ]);
}
