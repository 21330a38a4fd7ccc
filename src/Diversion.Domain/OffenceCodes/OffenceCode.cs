using Diversion.Domain.Referral;

namespace Diversion.Domain.OffenceCodes;

/// <summary>One code of the force's own table of offences, with what the code says about an offence.</summary>
/// <param name="Code">As the force writes it.</param>
/// <param name="Classification">In the form of <see cref="Reading.OffenceClassification"/>; null where the table gives none.</param>
/// <param name="Group">A code of the vocabulary's offence groups.</param>
public sealed record OffenceCode(string Code, string? Classification, string Description, OffenceClass Class, string Group);

/// <summary>A row of an imported table, as it was written.</summary>
/// <param name="Row">Its line in the file; the headings are line 1.</param>
public sealed record OffenceCodeRow(int Row, string? Code, string? Classification, string? Description, string? Class, string? Group);
