namespace Diversion.Casework.Keeping;

/// <summary>Whose copies outside the store are deleted.</summary>
/// <param name="Agreement">The reference of the case.</param>
/// <param name="Messages">The ids of the case's messages.</param>
/// <param name="Marks">Texts that occur where the person is meant: names, numbers, addresses; never a short one.</param>
public sealed record ErasedPerson(string Agreement, IReadOnlyList<string> Messages, IReadOnlyList<string> Marks);

/// <summary>Copies of personal data that a host keeps outside the store: mail, files that came from feeds.</summary>
public interface IPersonCopies
{
    /// <summary>Done again it deletes what is left.</summary>
    /// <exception cref="Storage.StorageUnavailableException">Something could not be deleted now.</exception>
    ValueTask Delete(ErasedPerson person, CancellationToken cancellation = default);
}
