using Diversion.Domain.DataRights;

namespace Diversion.Casework.SubjectAccess;

/// <param name="Document">As it would be given now.</param>
/// <param name="Uncertain">Cases that may be of the same person and are not in it, each with what is the same.</param>
public sealed record SubjectAccessReview(SubjectAccessDocument Document, DataRequest Request, IReadOnlyList<(string Agreement, string SameBy)> Uncertain);
