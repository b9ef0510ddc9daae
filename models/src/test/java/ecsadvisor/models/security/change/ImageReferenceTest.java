package ecsadvisor.models.security.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {
  @ParameterizedTest
  @CsvSource({
    "nginx, '', nginx, '', ''",
    "nginx:1.27, '', nginx, 1.27, ''",
    "library/nginx:1.27, '', library/nginx, 1.27, ''",
    "localhost/web, localhost, web, '', ''",
    "localhost:5000/web, localhost:5000, web, '', ''",
    "registry.example.com:5000/team/web:7, registry.example.com:5000, team/web, 7, ''",
    "registry.example.com:5000/team/web, registry.example.com:5000, team/web, '', ''",
    "quay.io/a/b@sha256:0f, quay.io, a/b, '', sha256:0f",
    "quay.io/a/b:3@sha256:0f, quay.io, a/b, 3, sha256:0f",
  })
  void partsOfAReference(
      String image, String registry, String repository, String tag, String digest) {
    assertEquals(new ImageReference(registry, repository, tag, digest), ImageReference.of(image));
  }

  @Test
  void aPortIsNoTag() {
    assertTrue(ImageReference.of("registry.example.com:5000/web").newest());
    assertFalse(ImageReference.of("registry.example.com:5000/web:7").newest());
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1, true",
    "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/web:1, true",
    "111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/web:1, true",
    "111122223333.dkr-ecr.us-east-1.on.aws/web:1, true",
    "public.ecr.aws/nginx/nginx:1, false",
    "nginx, false",
  })
  void privateRegistriesOfEcr(String image, boolean ecr) {
    assertEquals(ecr, ImageReference.of(image).inEcr());
  }

  @Test
  void placeholdersAreNoNames() {
    assertFalse(ImageReference.of("web:${TAG}").readable());
    assertFalse(ImageReference.of("").readable());
  }
}
