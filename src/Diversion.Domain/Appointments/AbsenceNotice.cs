using Diversion.Domain.Telling;

namespace Diversion.Domain.Appointments;

/// <summary>The person told us before an appointment that they cannot come. It decides nothing: whoever records the outcome judges it.</summary>
/// <param name="Said">The reason, in their words as far as possible.</param>
/// <param name="Accepted">Null until it is judged; it stays null where no proof came in the time for it, since nobody judged that.</param>
public sealed record AbsenceNotice(AnsweredHow How, Instant GivenAt, string Said, bool? Accepted = null);
