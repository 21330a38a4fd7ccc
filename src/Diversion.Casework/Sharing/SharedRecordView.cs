using Diversion.Domain.Sharing;

namespace Diversion.Casework.Sharing;

/// <summary>What the reader's organisation is told of a person: exactly what its sharing agreements say.</summary>
/// <param name="Name">Of the person.</param>
public sealed record SharedRecordView(string Agreement, string Name, string Organisation, IReadOnlyList<SharedPart> Parts);

/// <summary>What is told for one purpose.</summary>
/// <param name="Lines">Each with what it is about; empty when nothing is recorded.</param>
public sealed record SharedPart(SharingPurpose Purpose, SharingBasis Basis, IReadOnlyList<SharedLine> Lines);

public sealed record SharedLine(string About, string Text);
