namespace Diversion.Casework.Documents.Sealing;

/// <summary>Wraps the key of each paper with the key of the installation, which never lies beside the papers.</summary>
public interface IDataKeys
{
    byte[] Wrap(byte[] dataKey);

    /// <param name="wrapped">As <see cref="Wrap"/> returned it.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or wrapped with another key.</exception>
    byte[] Unwrap(byte[] wrapped);
}
